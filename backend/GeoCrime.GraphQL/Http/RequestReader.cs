using System.Buffers;
using System.Text.Json;
using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Http;

/// <summary>Reads requests from a POST body or from the parameters of a GET (GraphQL over HTTP, sections 5.3 and 5.4).</summary>
public static class RequestReader
{
    private const int MaxJsonDepth = 64;

    /// <param name="body">UTF-8 JSON.</param>
    /// <exception cref="GraphQLException">Code BAD_REQUEST: the body is no well-formed request; answer 400.</exception>
    public static GraphQLRequest FromJson(ReadOnlySequence<byte> body)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxJsonDepth });
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Bad("The body is not valid JSON.");
        }
        if (root.ValueKind == JsonValueKind.Array)
            throw Bad("Batches of requests are not supported.");
        if (root.ValueKind != JsonValueKind.Object)
            throw Bad("The body must be a JSON object.");
        return Checked(new GraphQLRequest(Text(root, "query"), Text(root, "operationName"), Map(root, "variables"), Map(root, "extensions")));
    }

    /// <param name="parameter">Gives the decoded value of a parameter of the address, or null.</param>
    /// <exception cref="GraphQLException">Code BAD_REQUEST: the parameters are no well-formed request; answer 400.</exception>
    public static GraphQLRequest FromParameters(Func<string, string?> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var operationName = parameter("operationName");
        return Checked(new GraphQLRequest(
            parameter("query"), string.IsNullOrEmpty(operationName) ? null : operationName, Map(parameter, "variables"), Map(parameter, "extensions")));
    }

    private static GraphQLRequest Checked(GraphQLRequest request) =>
        request.Query is null && request.PersistedHash is null ? throw Bad("The parameter \"query\" is missing.") : request;

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Bad($"The parameter \"{name}\" must be a string.");
    }

    private static JsonElement Map(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return default;
        return value.ValueKind == JsonValueKind.Object ? value : throw Bad($"The parameter \"{name}\" must be a map.");
    }

    private static JsonElement Map(Func<string, string?> parameter, string name)
    {
        if (parameter(name) is not { Length: > 0 } text)
            return default;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxJsonDepth });
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => document.RootElement.Clone(),
                JsonValueKind.Null => default,
                _ => throw Bad($"The parameter \"{name}\" must be a map."),
            };
        }
        catch (JsonException)
        {
            throw Bad($"The parameter \"{name}\" is not valid JSON.");
        }
    }

    private static GraphQLException Bad(string message) => new(message, ErrorCodes.BadRequest);
}
