using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation;

/// <summary>Adds the handlers of one rule to a visitor.</summary>
internal delegate void Rule(ValidationContext context, Visitor visitor);

/// <summary>Checks documents by rules, all in one walk.</summary>
public static class DocumentValidator
{
    private const int MaxErrors = 100;

    /// <summary>Checks an executable document against a schema by the rules of section 5.</summary>
    /// <returns>All errors up to 100, in the order of the document; empty for a valid document.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);
        return Walk(new ValidationContext(schema, document, MaxErrors), SpecifiedRules.Executable);
    }

    internal static IReadOnlyList<GraphQLError> ValidateSchemaDocument(DocumentNode document) =>
        Walk(new ValidationContext(null, document, int.MaxValue), SpecifiedRules.TypeSystem);

    private static IReadOnlyList<GraphQLError> Walk(ValidationContext context, IReadOnlyList<Rule> rules)
    {
        var visitors = new List<Visitor>();
        foreach (var rule in rules)
        {
            var visitor = new Visitor();
            rule(context, visitor);
            visitors.Add(visitor);
        }
        context.Walker = new DocumentWalker(visitors, context.Types);
        try
        {
            context.Walker.Walk(context.Document);
            return context.Errors;
        }
        catch (ValidationAbortedException aborted)
        {
            return [.. context.Errors, new GraphQLError(aborted.Message, ErrorCodes.ValidationFailed)];
        }
        catch (InsufficientExecutionStackException)
        {
            // Fragments that form a chain as long as the document; no honest client sends one.
            return [.. context.Errors, new GraphQLError("Validation aborted.", ErrorCodes.ValidationFailed)];
        }
    }
}
