using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Execution;

/// <summary>How an engine guards itself; validated at construction.</summary>
public sealed record EngineOptions
{
    /// <summary>Limits of documents, checked while they are parsed.</summary>
    public ParserLimits Parsing { get; init; } = new(Tokens: 10_000, Depth: 40, Aliases: 500);

    /// <summary>Whether clients may ask for <c>__schema</c> and <c>__type</c>.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>Called with the id that goes out to the client and the error that does not.</summary>
    public Action<string, Exception>? OnUnforeseen { get; init; }
}
