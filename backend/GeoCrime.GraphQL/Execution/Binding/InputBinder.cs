using System.Linq.Expressions;
using System.Reflection;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Makes the conversions from coerced input values to the CLR types of parameters.</summary>
/// <param name="fault">Called with what does not fit.</param>
internal sealed class InputBinder(Bindings bindings, Action<string> fault)
{
    private readonly Dictionary<(NamedType, Type), Func<object?, object?>> _objects = [];

    /// <summary>The conversion for an argument or input field; null converts to the default where the CLR type has no null.</summary>
    /// <param name="at">Names the place in faults, such as <c>Query.runs(first:)</c>.</param>
    public Func<object?, object?> Bind(InputValue input, ClrType clr, string at)
    {
        var convert = Bind(input.Type, clr, at);
        if (clr.MayBeNull || input.Type is NonNullType)
            return convert;
        if (input.Default is null or Language.NullNode)
        {
            fault($"{at} may be null, but {clr.Declared.Name} may not; make it nullable or give the schema a default.");
            return convert;
        }
        var fallback = convert(LiteralCoercion.Default(input));
        return value => value is null ? fallback : convert(value);
    }

    private Func<object?, object?> Bind(GraphType type, ClrType clr, string at) => type.Nullable switch
    {
        ListType list => BindList(list, clr, at),
        InputObjectType input => BindObject(input, clr.Type, at),
        EnumType choice => BindEnum(choice, clr.Type, at),
        _ => BindScalar((ScalarType)type.Named, clr.Type, at),
    };

    private Func<object?, object?> BindList(ListType list, ClrType clr, string at)
    {
        if (clr.Item is not { } item || !clr.Type.IsAssignableFrom(item.Declared.MakeArrayType()))
        {
            fault($"{at} is a list; {clr.Type.Name} cannot hold it. Take an array or IReadOnlyList<T>.");
            return value => value;
        }
        if (list.Item is not NonNullType && !item.MayBeNull)
            fault($"{at} may hold null, but {item.Declared.Name} may not.");
        var convert = Bind(list.Item, item, at);
        return value =>
        {
            if (value is not object?[] given)
                return null;
            var items = Array.CreateInstance(item.Declared, given.Length);
            for (var i = 0; i < given.Length; i++)
                items.SetValue(convert(given[i]), i);
            return items;
        };
    }

    private Func<object?, object?> BindEnum(EnumType choice, Type clrType, string at)
    {
        if (clrType == typeof(string))
            return value => value;
        if (!clrType.IsEnum || EnumNames.Misfit(choice, clrType) is not null)
        {
            fault($"{at}: {(clrType.IsEnum ? EnumNames.Misfit(choice, clrType) : $"{clrType.Name} is no enum for {choice}")}.");
            return value => value;
        }
        var values = EnumNames.ByName(choice, clrType);
        return value => value is string name ? values[name] : null;
    }

    private Func<object?, object?> BindScalar(ScalarType scalar, Type clrType, string at)
    {
        var given = scalar.Name switch
        {
            "Int" => typeof(int),
            "Float" => typeof(double),
            "Boolean" => typeof(bool),
            "String" or "ID" => typeof(string),
            _ => bindings.Scalars.TryGetValue(scalar.Name, out var custom) ? custom.ClrType : typeof(object),
        };
        if (clrType.IsAssignableFrom(given))
            return value => value;
        Func<object, object>? convert = (given, clrType) switch
        {
            _ when given == typeof(int) && clrType == typeof(long) => value => (long)(int)value,
            _ when given == typeof(int) && clrType == typeof(double) => value => (double)(int)value,
            _ when given == typeof(double) && clrType == typeof(float) => value => (float)(double)value,
            _ when given == typeof(double) && clrType == typeof(decimal) => value => (decimal)(double)value,
            _ => null,
        };
        if (convert is null)
            fault($"{at} is {scalar}; {clrType.Name} cannot hold it.");
        return value => value is null ? null : convert?.Invoke(value);
    }

    private Func<object?, object?> BindObject(InputObjectType type, Type clrType, string at)
    {
        if (_objects.TryGetValue((type, clrType), out var known))
            return known;
        // Input objects may hold themselves: the entry stands before its fields are bound.
        Func<object?, object?>? made = null;
        _objects[(type, clrType)] = value => made!(value);
        made = Construct(type, clrType, at);
        return made;
    }

    private Func<object?, object?> Construct(InputObjectType type, Type clrType, string at)
    {
        var constructor = clrType.GetConstructors().OrderByDescending(each => each.GetParameters().Length).FirstOrDefault();
        if (constructor is null || clrType.IsAbstract)
        {
            fault($"{at}: {clrType.Name} has no public constructor for the input {type}.");
            return value => value;
        }
        var fields = new List<(string? Name, Func<object?, object?> Convert, object? Absent)>();
        foreach (var parameter in constructor.GetParameters())
            fields.Add(BindParameter(type, clrType, parameter));
        foreach (var field in type.Fields)
            if (fields.All(each => each.Name != field.Name))
                fault($"The input field {type}.{field.Name} has no constructor parameter in {clrType.Name}.");
        var create = Compile(constructor);
        return value =>
        {
            if (value is not Dictionary<string, object?> given)
                return null;
            var arguments = new object?[fields.Count];
            for (var i = 0; i < arguments.Length; i++)
                arguments[i] = fields[i].Name is { } name && given.TryGetValue(name, out var each) ? fields[i].Convert(each) : fields[i].Absent;
            return create(arguments);
        };
    }

    private (string? Name, Func<object?, object?> Convert, object? Absent) BindParameter(InputObjectType type, Type clrType, ParameterInfo parameter)
    {
        var field = type.Fields.FirstOrDefault(field => string.Equals(field.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (field is null)
        {
            if (!parameter.HasDefaultValue)
                fault($"The parameter {parameter.Name} of {clrType.Name} is no field of the input {type}.");
            return (null, value => value, parameter.DefaultValue);
        }
        var absent = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        // A parameter with a default of its own takes it where the schema allows null.
        var clr = ClrType.Of(parameter);
        if (parameter.HasDefaultValue && field.Default is null && field.Type is not NonNullType && !clr.MayBeNull)
        {
            var convert = Bind(field.Type, clr with { MayBeNull = true }, $"{type}.{field.Name}");
            return (field.Name, value => value is null ? absent : convert(value), absent);
        }
        return (field.Name, Bind(field, clr, $"{type}.{field.Name}"), absent);
    }

    private static Func<object?[], object> Compile(ConstructorInfo constructor)
    {
        var arguments = Expression.Parameter(typeof(object?[]));
        var values = constructor.GetParameters().Select((parameter, i) =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), parameter.ParameterType));
        return Expression.Lambda<Func<object?[], object>>(
            Expression.Convert(Expression.New(constructor, values), typeof(object)), arguments).Compile();
    }
}
