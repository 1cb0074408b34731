using System.Text.Json;

namespace GeoCrime.GraphQL.Http;

/// <summary>One request as GraphQL over HTTP carries it.</summary>
/// <param name="Query">The document's text; null where a persisted document is named instead.</param>
/// <param name="OperationName">Which operation of the document to run; may be null where it has one.</param>
/// <param name="Variables">A JSON object, or undefined or null for none.</param>
/// <param name="Extensions">A JSON object, or undefined or null for none.</param>
public sealed record GraphQLRequest(
    string? Query, string? OperationName = null, JsonElement Variables = default, JsonElement Extensions = default)
{
    /// <summary>The lower-case SHA-256 of a persisted document, from <c>extensions.persistedQuery.sha256Hash</c>; null for none.</summary>
    public string? PersistedHash =>
        Extensions.ValueKind == JsonValueKind.Object
        && Extensions.TryGetProperty("persistedQuery", out var persisted) && persisted.ValueKind == JsonValueKind.Object
        && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()!.ToLowerInvariant()
            : null;
}
