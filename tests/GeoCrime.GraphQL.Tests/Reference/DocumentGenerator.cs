using System.Text;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Tests.Reference;

/// <summary>Makes executable documents that are valid for a schema, most of them; <see cref="DocumentMutator"/> breaks them.</summary>
internal sealed class DocumentGenerator(Schema schema, Random random)
{
    private readonly List<string> _fragments = [];
    private readonly List<string> _variables = [];
    private readonly StringBuilder _values = new();
    private int _names;
    private bool _isConstant;

    /// <returns>The document, and JSON of variables that fit it.</returns>
    public (string Document, string Variables) Next()
    {
        _fragments.Clear();
        _values.Clear();
        var operations = new List<string>();
        for (var i = random.Next(10) == 0 ? 2 : 1; i > 0; i--)
            operations.Add(Operation(named: i > 1 || operations.Count > 0 || Chance(60)));
        return (string.Join("\n", operations.Concat(_fragments)), $"{{{_values}}}");
    }

    private string Operation(bool named)
    {
        _variables.Clear();
        var kinds = Enum.GetValues<OperationKind>().Where(kind => schema.Root(kind) is not null).ToArray();
        var kind = Chance(60) ? OperationKind.Query : Pick(kinds);
        var root = schema.Root(kind)!;
        var set = kind == OperationKind.Subscription ? $"{{ {Field(Pick(root.Fields), 3)} {(Chance(10) ? Field(Pick(root.Fields), 1) : "")} }}" : SelectionSet(root, 4);
        var variables = _variables.Count > 0 ? $"({string.Join(", ", _variables)})" : "";
        if (!named && variables.Length == 0 && kind == OperationKind.Query && Chance(50))
            return set;
        return $"{Printer.Keyword(kind)} {(named ? $"Op{_names++}" : "")}{variables} {set}";
    }

    private string SelectionSet(NamedType type, int depth)
    {
        var parts = new List<string>();
        for (var i = random.Next(1, 5); i > 0; i--)
            parts.Add(Selection(type, depth));
        return $"{{ {string.Join(Chance(80) ? " " : "\n  ", parts)} }}";
    }

    private string Selection(NamedType type, int depth)
    {
        if (Chance(4))
            return "__typename";
        if (type is UnionType || Chance(15))
        {
            var possible = Pick(schema.PossibleTypes(type));
            var condition = Chance(70) ? possible : Pick([.. schema.Types.Where(each => each.IsComposite && !each.IsIntrospection && schema.Overlap(each, type))]);
            if (depth <= 0)
                return "__typename";
            if (Chance(60))
                return $"... {(type is UnionType || Chance(80) ? $"on {condition} " : "")}{Directives()}{SelectionSet(type is UnionType ? condition : Chance(90) ? condition : possible, depth - 1)}";
            var name = $"F{_names++}";
            _fragments.Add($"fragment {name} on {condition} {SelectionSet(condition, depth - 1)}");
            return $"...{name} {Directives()}";
        }
        var fields = ((FieldedType)type).Fields;
        return Field(Pick(depth > 0 ? fields : [.. fields.Where(field => field.Type.Named.IsLeaf).DefaultIfEmpty(fields[0])]), depth);
    }

    private string Field(Field field, int depth)
    {
        var arguments = field.Arguments.Where(argument => argument.IsRequired || Chance(50))
            .Select(argument => $"{argument.Name}: {Value(argument.Type, 2, argument.Default is not null)}").ToList();
        // Mostly names of their own, so that most documents merge; sometimes shared ones, so that some conflict.
        var alias = Chance(4) ? $"{Pick(["a", "b", field.Name])}: " : Chance(arguments.Count > 0 ? 95 : 20) ? $"x{_names++}: " : "";
        var set = field.Type.Named.IsComposite ? depth > -2 ? SelectionSet(field.Type.Named, depth - 1) : "{ __typename }" : "";
        return $"{alias}{field.Name}{(arguments.Count > 0 ? $"({string.Join(", ", arguments)})" : "")} {Directives()}{set}";
    }

    private string Directives() => Chance(92) ? "" : $"@{Pick(["skip", "include"])}(if: {Value(new NonNullType(schema.Type("Boolean")!), 0, false)}) ";

    private string Value(GraphType type, int depth, bool hasDefault)
    {
        if (Chance(15))
        {
            var name = $"v{_names++}";
            var nullable = Chance(30) && (hasDefault || type is not NonNullType);
            _variables.Add($"${name}: {(nullable ? type.Nullable : type)}{(Chance(25) ? $" = {Constant(type.Nullable)}" : "")}");
            if (!nullable || Chance(50))
                _values.Append(_values.Length > 0 ? "," : "").Append($"\"{name}\":{Json(type, 2)}");
            return $"${name}";
        }
        return Literal(type, depth);
    }

    private string Literal(GraphType type, int depth) => type switch
    {
        NonNullType nonNull => Literal(nonNull.Inner, depth),
        _ when Chance(5) => "null",
        ListType list => Chance(20) ? Literal(list.Item, depth) : $"[{string.Join(", ", Repeat(() => Literal(list.Item, depth - 1)))}]",
        InputObjectType input => $"{{{string.Join(", ", Chosen(input, depth).Select(field => $"{field.Name}: {(input.IsOneOf ? OneOf(field, depth - 1) : Literal(field.Type, depth - 1))}"))}}}",
        EnumType choice => Pick(choice.Values).Name,
        _ => Scalar(type.Named.Name),
    };

    private string Constant(GraphType type)
    {
        _isConstant = true;
        var literal = Literal(type, 1);
        _isConstant = false;
        return literal;
    }

    private string OneOf(InputValue field, int depth)
    {
        if (_isConstant || !Chance(40))
            return Literal(new NonNullType(field.Type), depth);
        var name = $"v{_names++}";
        _variables.Add($"${name}: {field.Type}{(Chance(80) ? "!" : "")}");
        _values.Append(_values.Length > 0 ? "," : "").Append($"\"{name}\":{Json(new NonNullType(field.Type), 2)}");
        return $"${name}";
    }

    private string Json(GraphType type, int depth) => type switch
    {
        NonNullType nonNull => Json(nonNull.Inner, depth),
        _ when Chance(5) => "null",
        ListType list => Chance(20) ? Json(list.Item, depth) : $"[{string.Join(",", Repeat(() => Json(list.Item, depth - 1)))}]",
        InputObjectType input => $"{{{string.Join(",", Chosen(input, depth).Select(field => $"\"{field.Name}\":{(input.IsOneOf ? Json(new NonNullType(field.Type), depth - 1) : Json(field.Type, depth - 1))}"))}}}",
        EnumType choice => Chance(90) ? $"\"{Pick(choice.Values).Name}\"" : Pick(["\"NONE\"", "1", "[]"]),
        _ => Chance(90) ? Scalar(type.Named.Name) : Pick(["\"x\"", "1.5", "true", "{\"a\":[1,{\"b\":[{}]}]}", "123456789012"]),
    };

    private string Scalar(string name) => name switch
    {
        "Int" => Pick(["0", "1", "2", "-3", "42"]),
        "Float" => Pick(["0", "1.5", "-2.25", "10"]),
        "Boolean" => Pick(["true", "false"]),
        "ID" => Pick(["\"1\"", "\"2\"", "\"3\"", "4", "\"none\""]),
        _ => Pick(["\"a\"", "\"bc\"", "\"rock\"", "\"\""]),
    };

    private List<InputValue> Chosen(InputObjectType input, int depth)
    {
        if (input.IsOneOf)
            return [Pick([.. input.Fields.Where(field => depth > 0 || field.Type.Named.IsLeaf)])];
        return [.. input.Fields.Where(field => field.IsRequired || (depth > 0 && Chance(40)))];
    }

    private IEnumerable<string> Repeat(Func<string> make) => Enumerable.Range(0, random.Next(3)).Select(_ => make());

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private bool Chance(int percent) => random.Next(100) < percent;
}
