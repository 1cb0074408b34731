using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation;

/// <summary>Reads schemas from SDL.</summary>
public static class SchemaLoader
{
    /// <summary>Parses, checks, builds and validates a schema; extensions in the same text are applied.</summary>
    /// <exception cref="GraphQLException">A syntax error.</exception>
    /// <exception cref="SchemaException">The definitions do not form a valid schema; holds all errors.</exception>
    public static Schema Load(string sdl)
    {
        var document = Parser.Parse(sdl, ParserLimits.Trusted);
        var errors = DocumentValidator.ValidateSchemaDocument(document);
        if (errors.Count > 0)
            throw new SchemaException(errors);
        var schema = SchemaBuilder.Build(document);
        errors = SchemaValidator.Validate(schema);
        return errors.Count > 0 ? throw new SchemaException(errors) : schema;
    }
}
