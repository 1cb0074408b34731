using System.Text.Json;

namespace GeoCrime.GraphQL.Http;

/// <summary>One request as GraphQL over HTTP carries it.</summary>
/// <param name="Query">The document's text; null where a persisted document is named instead.</param>
/// <param name="OperationName">Which operation of the document to run; may be null where it has one.</param>
/// <param name="Variables">A JSON object, or undefined or null for none.</param>
/// <param name="Extensions">A JSON object, or undefined or null for none.</param>
public sealed record GraphQLRequest(string? Query, string? OperationName = null, JsonElement Variables = default, JsonElement Extensions = default);
