using System.Globalization;

namespace GeoCrime.GraphQL.Http;

/// <summary>The forms in which a response can go out.</summary>
public enum ResponseMedia
{
    /// <summary>application/json: legacy clients; errors of a well-formed request come with status 200.</summary>
    Json,

    /// <summary>application/graphql-response+json: the status tells whether the request could be executed.</summary>
    GraphQLResponse,

    /// <summary>text/event-stream: graphql-sse, one connection for one operation.</summary>
    EventStream,
}

/// <summary>Chooses between the forms by the Accept header (RFC 9110, section 12.5.1).</summary>
public static class ResponseMediaNegotiation
{
    /// <summary>What Content-Type to send.</summary>
    public static string ContentType(this ResponseMedia media) => media switch
    {
        ResponseMedia.Json => "application/json; charset=utf-8",
        ResponseMedia.GraphQLResponse => "application/graphql-response+json; charset=utf-8",
        _ => "text/event-stream; charset=utf-8",
    };

    /// <param name="accept">The header's value; null or empty where it is missing, which means JSON.</param>
    /// <returns>The acceptable form of highest weight, the first where weights agree; null for 406.</returns>
    public static ResponseMedia? Choose(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept))
            return ResponseMedia.Json;
        (ResponseMedia Media, double Weight)? best = null;
        foreach (var range in accept.Split(','))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            var weight = Weight(parts);
            if (weight > 0 && Match(parts) is { } media && (best is null || weight > best.Value.Weight))
                best = (media, weight);
        }
        return best?.Media;
    }

    private static ResponseMedia? Match(string[] parts)
    {
        // All forms are UTF-8; a client that asks for another encoding gets none of them.
        if (parts.Skip(1).Any(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase)
            && !part["charset=".Length..].Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return null;
        return parts[0].ToLowerInvariant() switch
        {
            "application/graphql-response+json" => ResponseMedia.GraphQLResponse,
            "application/json" or "application/*" or "*/*" => ResponseMedia.Json,
            "text/event-stream" => ResponseMedia.EventStream,
            _ => null,
        };
    }

    private static double Weight(string[] parts)
    {
        var given = parts.Skip(1).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        if (given is null)
            return 1;
        return double.TryParse(given.AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : 0;
    }
}
