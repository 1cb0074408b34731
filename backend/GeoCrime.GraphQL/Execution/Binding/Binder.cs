using System.Reflection;
using System.Runtime.CompilerServices;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Checks CLR types against a schema and binds every field to its member.</summary>
internal sealed class Binder
{
    // What records and disposables bring along.
    private static readonly HashSet<string> Plumbing =
        ["ToString", "GetHashCode", "Equals", "GetType", "Deconstruct", "PrintMembers", "<Clone>$", "Dispose", "DisposeAsync"];

    private readonly Schema _schema;
    private readonly Bindings _bindings;
    private readonly BindingTable _table = new();
    private readonly Queue<ObjectBinding> _unfinished = [];
    private readonly List<GraphQLError> _faults = [];
    private readonly InputBinder _inputs;

    private Binder(Schema schema, Bindings bindings)
    {
        _schema = schema;
        _bindings = bindings;
        _inputs = new InputBinder(bindings, Fault);
    }

    /// <exception cref="SchemaException">Schema and CLR types do not fit; names every field, argument and member concerned.</exception>
    public static BindingTable Bind(Schema schema, Bindings bindings)
    {
        var binder = new Binder(schema, bindings);
        binder.BindScalars();
        binder.BindTypes();
        return binder._faults.Count > 0 ? throw new SchemaException(binder._faults) : binder._table;
    }

    private void BindScalars()
    {
        foreach (var (name, scalar) in _bindings.Scalars)
        {
            if (_schema.Type(name) is ScalarType { IsBuiltIn: false } type)
                type.Input = scalar.Input;
            else
                Fault($"The schema has no custom scalar \"{name}\".");
        }
    }

    private void BindTypes()
    {
        foreach (var (name, (clrType, root)) in _bindings.Types)
        {
            if (_schema.Type(name) is ObjectType type)
                Declare(type, clrType, root);
            else
                Fault($"{clrType.Name} is bound to \"{name}\", which is no object type of the schema.");
        }
        BindIntrospection();
        while (_unfinished.TryDequeue(out var binding))
            BindFields(binding);
        foreach (var type in _schema.Types.OfType<ObjectType>())
            if (!type.IsIntrospection && _table.Of(type) is null)
                Fault($"The object type \"{type}\" is bound to no class, and no field that returns it tells its class.");
    }

    private void BindIntrospection()
    {
        Declare((ObjectType)_schema.Type("__Schema")!, typeof(SchemaView));
        if (_table.Of(_schema.Query!) is not { } query)
            return;
        var name = new BoundParameter(_schema.TypeField.Arguments[0], value => value);
        query.Fields["__schema"] = new BoundField(_schema.SchemaField, ShapeOf(_schema.SchemaField.Type, new ClrType(typeof(SchemaView), false, null), "__schema")!)
        {
            Resolve = (_, _, _) => new(new SchemaView(_schema)),
        };
        query.Fields["__type"] = new BoundField(_schema.TypeField, ShapeOf(_schema.TypeField.Type, new ClrType(typeof(TypeView), true, null), "__type")!)
        {
            Resolve = (_, arguments, _) => new(TypeView.Of(_schema.Type((string)arguments[0]!), _schema)),
            Parameters = [name],
        };
    }

    private ObjectBinding Declare(ObjectType type, Type clrType, Func<RequestContext, object>? root = null)
    {
        var binding = new ObjectBinding(type, clrType) { Root = root };
        _table.Add(binding);
        _unfinished.Enqueue(binding);
        return binding;
    }

    private void BindFields(ObjectBinding binding)
    {
        var served = new HashSet<MemberInfo>();
        foreach (var field in binding.Type.Fields)
        {
            if (Member(binding.ClrType, field.Name) is not { } member)
            {
                Fault($"The field {binding.Type}.{field.Name} has no public property or method {Pascal(field.Name)} in {binding.ClrType.Name}.");
                continue;
            }
            served.Add(member);
            if (BindField(binding, field, member) is { } bound)
                binding.Fields[field.Name] = bound;
        }
        foreach (var method in binding.ClrType.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            if (!served.Contains(method) && !IsPlumbing(method))
                Fault($"The public method {binding.ClrType.Name}.{method.Name} serves no field of {binding.Type}; name one so or mark it [NotAField].");
    }

    private BoundField? BindField(ObjectBinding binding, Field field, MemberInfo member)
    {
        var at = $"{binding.Type}.{field.Name}";
        var cost = member.GetCustomAttribute<CostAttribute>();
        if (member is PropertyInfo property)
        {
            if (field.Arguments.Count > 0)
                Fault($"The field {at} takes arguments, but {binding.ClrType.Name}.{property.Name} is a property.");
            var isTask = ClrType.IsTask(property.PropertyType);
            var returned = isTask ? ClrType.Returned(property.GetMethod!) : ClrType.Of(property);
            if (ShapeOf(field.Type, returned, at) is not { } shape)
                return null;
            if (isTask)
                return new BoundField(field, shape) { Resolve = ResolverCompiler.AsyncProperty(property), Cost = cost };
            return field.Type.Nullable is NamedType { IsLeaf: true } leaf
                ? new BoundField(field, shape) { Leaf = ResolverCompiler.Leaf(property, _bindings.Leaves.Find(leaf, property.PropertyType)!), Cost = cost }
                : new BoundField(field, shape) { Read = ResolverCompiler.Property(property), Cost = cost };
        }
        var method = (MethodInfo)member;
        var isStream = ClrType.IsStream(method.ReturnType) && ReferenceEquals(binding.Type, _schema.Subscription);
        if (ReferenceEquals(binding.Type, _schema.Subscription) && !isStream)
            Fault($"The subscription field {at} must be served by a method that returns IAsyncEnumerable<T>.");
        var parameters = BindParameters(field, method, at, out var slots);
        if (ShapeOf(field.Type, ClrType.Returned(method), at) is not { } returns || slots is null)
            return null;
        return isStream
            ? new BoundField(field, returns) { Open = ResolverCompiler.Stream(method, slots), Parameters = parameters, Cost = cost }
            : new BoundField(field, returns) { Resolve = ResolverCompiler.Method(method, slots), Parameters = parameters, Cost = cost };
    }

    private List<BoundParameter> BindParameters(Field field, MethodInfo method, string at, out int[]? slots)
    {
        var bound = new List<BoundParameter>();
        slots = new int[method.GetParameters().Length];
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.ParameterType == typeof(RequestContext) || parameter.ParameterType == typeof(CancellationToken))
            {
                slots[parameter.Position] = -1;
                continue;
            }
            var argument = field.Arguments.FirstOrDefault(argument => argument.Name == Camel(parameter.Name!));
            if (argument is null)
            {
                Fault($"The parameter {parameter.Name} of {method.DeclaringType!.Name}.{method.Name} is no argument of {at}.");
                slots = null;
                return bound;
            }
            slots[parameter.Position] = bound.Count;
            bound.Add(new BoundParameter(argument, _inputs.Bind(argument, ClrType.Of(parameter), $"{at}({argument.Name}:)")));
        }
        foreach (var argument in field.Arguments)
            if (bound.All(parameter => parameter.Argument != argument))
                Fault($"The argument {at}({argument.Name}:) has no parameter {argument.Name} in {method.DeclaringType!.Name}.{method.Name}.");
        return bound;
    }

    private Shape? ShapeOf(GraphType type, ClrType clr, string at)
    {
        if (type is NonNullType && clr.MayBeNull)
            Fault($"{at} is {type}, but {clr.Declared.Name} may be null.");
        switch (type.Nullable)
        {
            case ListType list:
                if (clr.Item is not { } item)
                {
                    Fault($"{at} is {type}, but {clr.Type.Name} is no list.");
                    return null;
                }
                return ShapeOf(list.Item, item, at) is { } inner
                    ? (Shape)Activator.CreateInstance(typeof(ListShape<>).MakeGenericType(item.Declared), type, inner)!
                    : null;
            case NamedType { IsLeaf: true } leaf:
                if (_bindings.Leaves.Find(leaf, clr.Declared) is { } writer)
                    return (Shape)Activator.CreateInstance(typeof(LeafShape<>).MakeGenericType(writer.ClrType), type, writer)!;
                Fault(leaf is EnumType choice && clr.Type.IsEnum
                    ? $"{at}: {EnumNames.Misfit(choice, clr.Type)}."
                    : $"{at} is {type}; {clr.Declared.Name} cannot stand behind it.");
                return null;
            case ObjectType single:
                var known = _table.Of(single) ?? Declare(single, clr.Type);
                if (!known.ClrType.IsAssignableFrom(clr.Type))
                {
                    Fault($"{at} is {type}, bound to {known.ClrType.Name}, but {clr.Type.Name} is given.");
                    return null;
                }
                return new ObjectShape(type, _table);
            default:
                return new ObjectShape(type, _table);
        }
    }

    private static MemberInfo? Member(Type clrType, string fieldName)
    {
        var name = Pascal(fieldName);
        var found = clrType.GetMember(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Where(member => member is PropertyInfo or MethodInfo)
            .OrderBy(member => member is MethodInfo)
            .ToList();
        return found.FirstOrDefault(member => member.DeclaringType == clrType) ?? found.FirstOrDefault();
    }

    private static bool IsPlumbing(MethodInfo method) =>
        method.IsSpecialName
        || Plumbing.Contains(method.Name)
        || method.GetCustomAttribute<NotAFieldAttribute>() is not null
        || method.GetCustomAttribute<CompilerGeneratedAttribute>() is not null;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private void Fault(string message) => _faults.Add(new GraphQLError(message, ErrorCodes.Internal));
}
