using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation;

/// <summary>Checks a built schema against the rules of section 3.</summary>
internal static class SchemaValidator
{
    /// <returns>All errors; empty for a valid schema.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema)
    {
        var errors = new List<GraphQLError>();
        if (schema.Query is null)
            errors.Add(GraphQLError.Validation("Query root type must be provided.", schema.Definitions.Select(node => node.Location)));
        return errors;
    }
}
