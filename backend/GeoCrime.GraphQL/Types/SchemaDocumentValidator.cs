using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>Checks the definitions of a schema before it is built.</summary>
internal static class SchemaDocumentValidator
{
    /// <returns>All errors; empty when the schema can be built.</returns>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document)
    {
        var errors = new List<GraphQLError>();
        var known = document.Definitions.Concat(Prelude.Document.Definitions).OfType<TypeDefinitionNode>().Select(node => node.Name.Value).ToHashSet();
        foreach (var reference in SyntaxTree.Descendants(document).OfType<NamedTypeNode>())
            if (!known.Contains(reference.Name.Value))
                errors.Add(GraphQLError.Validation($"Unknown type \"{reference}\".", reference));
        return errors;
    }
}
