using System.Security.Cryptography;
using System.Text;
using GeoCrime.Domain;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api;

/// <summary>ETags over data version, code version, policy and parameters; answers 304 where the client's copy is still true.</summary>
internal static class CacheTag
{
    /// <param name="parameters">Everything else that the answer depends on.</param>
    public static async Task<IResult> AnswerAsync(HttpContext context, string dataVersion, AccessPolicy policy, string parameters, Func<Task<IResult>> answer)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{dataVersion}\n{CodeVersion.Current}\n{policy.Name}\n{parameters}"));
        var tag = $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"";
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept-Encoding, Authorization, Cookie";
        return context.Request.Headers.IfNoneMatch.Any(value => value?.Contains(tag, StringComparison.Ordinal) == true)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : await answer();
    }
}
