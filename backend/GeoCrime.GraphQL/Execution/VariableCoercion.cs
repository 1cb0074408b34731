using System.Text.Json;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Coerces the variables of a request (section 6.1.2).</summary>
internal static class VariableCoercion
{
    private const int MaxErrors = 50;

    /// <param name="given">A JSON object, or undefined or null for none.</param>
    /// <param name="errors">Gets what does not fit; the values count only while it stays empty.</param>
    public static VariableValues Coerce(Schema schema, OperationNode operation, JsonElement given, List<GraphQLError> errors)
    {
        var values = new VariableValues();
        foreach (var definition in operation.Variables)
        {
            var name = definition.Variable.Name.Value;
            if (schema.Resolve(definition.Type) is not { IsInput: true } type)
            {
                Add($"Variable \"${name}\" expected value of type \"{definition.Type}\" which cannot be used as an input type.", definition.Type);
                continue;
            }
            var input = given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) ? value : (JsonElement?)null;
            if (input is null && definition.DefaultValue is { } literal)
            {
                values.SetDefault(name, new LiteralCoercion(VariableValues.None, (message, _, path) =>
                    Add($"Variable \"${name}\" has invalid default value{ValuePath.Describe(path)}: {message}", definition)).Coerce(literal, type), literal);
            }
            else if (input is not null || type is NonNullType)
            {
                var coerced = new InputCoercion((message, path) =>
                    Add($"Variable \"${name}\" has invalid value{ValuePath.Describe(path)}: {message}", definition)).Coerce(input, type);
                if (input is { } present)
                    values.Set(name, coerced, present);
            }
        }
        return values;

        void Add(string message, Node node)
        {
            if (errors.Count < MaxErrors)
                errors.Add(new GraphQLError(message, ErrorCodes.BadUserInput, [node.Location]));
            else if (errors.Count == MaxErrors)
                errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.BadUserInput));
        }
    }
}
