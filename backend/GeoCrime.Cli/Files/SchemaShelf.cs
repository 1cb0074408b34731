using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;
using GeoCrime.GraphQL.Validation;

namespace GeoCrime.Cli.Files;

/// <summary>Validates documents against schemas and remembers the schemas that it has read, by their text.</summary>
internal sealed class SchemaShelf
{
    private const int Most = 200;

    private readonly Dictionary<string, (Schema? Schema, IReadOnlyList<GraphQLError> Errors)> known = [];

    /// <returns>The errors of the schema where it has any, else those of the document; none for a valid document.</returns>
    public (IReadOnlyList<GraphQLError> Errors, bool InSchema) Validate(string schema, string document)
    {
        if (!known.TryGetValue(schema, out var read))
        {
            if (known.Count == Most)
                known.Clear();
            known[schema] = read = Load(schema);
        }
        return read.Schema is null ? (read.Errors, true) : (Check(read.Schema, document), false);
    }

    private static (Schema?, IReadOnlyList<GraphQLError>) Load(string sdl)
    {
        try
        {
            return (SchemaLoader.Load(sdl), []);
        }
        catch (GraphQLException error)
        {
            return (null, [error.Error]);
        }
        catch (SchemaException error)
        {
            return (null, error.Errors);
        }
    }

    private static IReadOnlyList<GraphQLError> Check(Schema schema, string document)
    {
        try
        {
            return DocumentValidator.Validate(schema, Parser.Parse(document, ParserLimits.Trusted));
        }
        catch (GraphQLException error)
        {
            return [error.Error];
        }
    }
}
