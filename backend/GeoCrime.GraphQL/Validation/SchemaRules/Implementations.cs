using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>A type keeps what its interfaces promise (section 3.6.1, IsValidImplementation).</summary>
internal static class Implementations
{
    public static void Check(SchemaReport report, FieldedType type)
    {
        var seen = new HashSet<NamedType>();
        foreach (var reference in Declared(type))
        {
            var named = report.Schema.Type(reference.Name.Value)!;
            var nodes = References(type, named);
            if (named is not InterfaceType face)
                report.Add($"Type {type} must only implement Interface types, it cannot implement {named}.", nodes);
            else if (ReferenceEquals(type, face))
                report.Add($"Type {type} cannot implement itself because it would create a circular reference.", nodes);
            else if (!seen.Add(face))
                report.Add($"Type {type} can only implement {face} once.", nodes);
            else
            {
                CheckAncestors(report, type, face);
                foreach (var promised in face.Fields)
                    CheckField(report, type, face, promised);
            }
        }
    }

    private static void CheckAncestors(SchemaReport report, FieldedType type, InterfaceType face)
    {
        var own = Declared(type).Select(node => node.Name.Value).ToHashSet();
        foreach (var ancestor in Declared(face).Select(node => report.Schema.Type(node.Name.Value)!))
            if (!own.Contains(ancestor.Name))
                report.Add(
                    ReferenceEquals(ancestor, type)
                        ? $"Type {type} cannot implement {face} because it would create a circular reference."
                        : $"Type {type} must implement {ancestor} because it is implemented by {face}.",
                    References(face, ancestor).Concat(References(type, face)));
    }

    private static void CheckField(SchemaReport report, FieldedType type, InterfaceType face, Field promised)
    {
        var promise = $"{face}.{promised.Name}";
        if (type.Field(promised.Name) is not { } field)
        {
            report.Add($"Interface field {promise} expected but {type} does not provide it.", [promised.Definition, .. type.Definitions]);
            return;
        }
        var own = $"{type}.{field.Name}";
        if (!Schema.IsSubtype(field.Type, promised.Type))
            report.Add(
                $"Interface field {promise} expects type {promised.Type} but {own} is type {field.Type}.",
                promised.Definition?.Type,
                field.Definition?.Type);
        foreach (var expected in promised.Arguments)
        {
            if (field.Argument(expected.Name) is not { } argument)
                report.Add(
                    $"Interface field argument {promise}({expected.Name}:) expected but {own} does not provide it.", expected.Definition, field.Definition);
            else if (!GraphType.Same(expected.Type, argument.Type))
                report.Add(
                    $"Interface field argument {promise}({expected.Name}:) expects type {expected.Type} but {own}({argument.Name}:) is type {argument.Type}.",
                    expected.Definition?.Type,
                    argument.Definition?.Type);
        }
        foreach (var argument in field.Arguments)
            if (argument.IsRequired && promised.Argument(argument.Name) is null)
                report.Add(
                    $"Argument \"{own}({argument.Name}:)\" must not be required type \"{argument.Type}\" if not provided by the Interface field \"{promise}\".",
                    argument.Definition,
                    promised.Definition);
        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            report.Add(
                $"Interface field {promise} is not deprecated, so implementation field {own} must not be deprecated.",
                SchemaReport.Deprecated(field.Definition?.Directives),
                field.Definition?.Type);
    }

    private static IEnumerable<NamedTypeNode> Declared(FieldedType type) =>
        type.Definitions.Cast<FieldedTypeNode>().SelectMany(node => node.Interfaces);

    private static List<NamedTypeNode> References(FieldedType type, NamedType face) =>
        [.. Declared(type).Where(node => node.Name.Value == face.Name)];
}
