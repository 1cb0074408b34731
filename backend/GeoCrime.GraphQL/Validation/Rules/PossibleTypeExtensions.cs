using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>An extension extends a type of its own kind that is defined (section 3.4.3).</summary>
internal static class PossibleTypeExtensions
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var defined = new Dictionary<string, TypeDefinitionNode>();
        foreach (var type in context.Document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension))
            defined[type.Name.Value] = type;
        visitor.Enter<TypeDefinitionNode>(extension =>
        {
            if (!extension.IsExtension)
                return;
            var name = extension.Name.Value;
            if (!defined.TryGetValue(name, out var type))
                context.Report(
                    $"Cannot extend type \"{name}\" because it is not defined.{Suggestions.DidYouMean(null, Suggestions.Near(name, defined.Keys))}",
                    extension.Name);
            else if (type.GetType() != extension.GetType())
                context.Report($"Cannot extend non-{Kind(extension)} type \"{name}\".", type, extension);
        });
    }

    private static string Kind(TypeDefinitionNode node) => node switch
    {
        ScalarTypeNode => "scalar",
        ObjectTypeNode => "object",
        InterfaceTypeNode => "interface",
        UnionTypeNode => "union",
        EnumTypeNode => "enum",
        _ => "input object",
    };
}
