using System.Security.Cryptography;
using System.Text.Json;
using GeoCrime.Domain;
using GeoCrime.GraphQL.Http;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Schema;

/// <summary>The ETag of an answer by GET: all that the answer depends on, hashed.</summary>
internal static class AnswerTag
{
    private const int Bytes = 12;

    /// <param name="state">Data version and published runs.</param>
    /// <returns>Weak, because a compressed answer bears the same tag.</returns>
    public static string Of(string state, AccessPolicy policy, GraphQLRequest request, ResponseMedia media)
    {
        // As JSON, so that no two lists of parts make one text.
        string?[] key = [state, CodeVersion.Current, policy.Name, media.ToString(), request.OperationName, request.Variables.ToString(), request.Query];
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(key)).AsSpan(0, Bytes))}\"";
    }

    /// <summary>Whether the client holds the answer of this tag (weak comparison; <c>*</c> is not honoured, because an answer may have errors).</summary>
    public static bool IsHeld(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Any(value => value?.Contains(tag["W/".Length..], StringComparison.Ordinal) == true);
}
