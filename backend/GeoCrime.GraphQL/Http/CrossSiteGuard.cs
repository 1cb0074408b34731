using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Http;

/// <summary>Refuses requests that a page of another site could send without asking first.</summary>
/// <remarks>
/// A browser asks (preflight) before it sends application/json or a header of its own across sites; a POST must do the
/// one or the other. GET cannot change anything and passes.
/// </remarks>
public static class CrossSiteGuard
{
    /// <summary>A header that only scripts that were allowed to can set.</summary>
    public const string PreflightHeader = "GraphQL-Preflight";

    /// <param name="contentType">The header's value; null where it is missing.</param>
    /// <returns>Null where the request may pass; 415 is the status for a content type that cannot be read.</returns>
    public static GraphQLError? Check(string method, string? contentType, bool hasPreflightHeader)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (!method.Equals("POST", StringComparison.OrdinalIgnoreCase) || hasPreflightHeader || IsJson(contentType))
            return null;
        return new GraphQLError($"A POST must carry application/json, or the header {PreflightHeader}.", ErrorCodes.CrossSite);
    }

    /// <summary>Whether a body of this content type can be read: JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType)
    {
        var parts = (contentType ?? "").Split(';', StringSplitOptions.TrimEntries);
        return parts[0].Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && parts.Skip(1).All(part => !part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase)
                || part["charset=".Length..].Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
