namespace GeoCrime.GraphQL.Errors;

/// <summary>A place in a document.</summary>
/// <param name="Line">From 1; a line ends at LF, CR or CRLF.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
public readonly record struct SourceLocation(int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}
