namespace GeoCrime.GraphQL.Errors;

/// <summary>One entry of a response's <c>errors</c> (specification, section 7.1.2).</summary>
public sealed class GraphQLError
{
    /// <param name="message">A sentence for the developer of the client.</param>
    /// <param name="code">Goes out as <c>extensions.code</c>; see <see cref="ErrorCodes"/>.</param>
    /// <param name="locations">Places in the document; empty when the error belongs to none.</param>
    /// <param name="path">Response names and list indices from the root to the failed field; null for request errors.</param>
    /// <param name="extensions">Further entries of <c>extensions</c>; values are written as JSON.</param>
    public GraphQLError(
        string message,
        string code,
        IReadOnlyList<SourceLocation>? locations = null,
        IReadOnlyList<object>? path = null,
        IReadOnlyDictionary<string, object?>? extensions = null)
    {
        Message = message;
        Code = code;
        Locations = locations ?? [];
        Path = path;
        Extensions = extensions;
    }

    public string Message { get; }

    public string Code { get; }

    public IReadOnlyList<SourceLocation> Locations { get; }

    public IReadOnlyList<object>? Path { get; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; }

    public override string ToString() =>
        Locations.Count == 0 ? Message : $"{Message} ({string.Join(", ", Locations)})";

    internal static GraphQLError Syntax(SourceLocation location, string description) =>
        new($"Syntax Error: {description}", ErrorCodes.ParseFailed, [location]);

    internal static GraphQLError Validation(string message, IEnumerable<SourceLocation> locations) =>
        new(message, ErrorCodes.ValidationFailed, [.. locations]);
}
