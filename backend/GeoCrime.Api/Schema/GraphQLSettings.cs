using GeoCrime.Api.Hosting;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.Api.Schema;

/// <summary>
/// What an operator may set for /graphql: the section <c>GraphQL</c> of appsettings.json, or environment variables such
/// as <c>GraphQL__MaxCost</c>. A name that is none of these, or a value out of range, stops the start.
/// </summary>
internal sealed record GraphQLSettings
{
    public const string Section = "GraphQL";

    public int MaxBodyBytes { get; init; } = 1_000_000;

    public int MaxTokens { get; init; } = 10_000;

    public int MaxDepth { get; init; } = 40;

    public int MaxAliases { get; init; } = 500;

    public long MaxCost { get; init; } = 1_000_000;

    public int MaxPageSize { get; init; } = 100_000;

    public double TimeLimitSeconds { get; init; } = 60;

    public double ReaderPatienceSeconds { get; init; } = 10;

    public bool Introspection { get; init; } = true;

    /// <summary>Folder of *.graphql files that clients may name by their SHA-256; null for none.</summary>
    public string? PersistedDocuments { get; init; }

    /// <summary>Whether only documents of that folder are executed.</summary>
    public bool PersistedOnly { get; init; }

    /// <summary>Addresses of other sites, such as https://maps.example, whose pages may ask (CORS).</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <exception cref="ArgumentException">A name is unknown, or a value is no such value.</exception>
    public static GraphQLSettings Read(IConfiguration configuration) => SettingsSection.Read<GraphQLSettings>(configuration, Section);

    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range.</exception>
    public EngineOptions ToOptions(Action<string, Exception> onUnforeseen) => new()
    {
        Parsing = new ParserLimits(MaxTokens, MaxDepth, MaxAliases),
        MaxBodyBytes = MaxBodyBytes,
        MaxCost = MaxCost,
        MaxPageSize = MaxPageSize,
        TimeLimit = TimeSpan.FromSeconds(TimeLimitSeconds),
        ReaderPatience = TimeSpan.FromSeconds(ReaderPatienceSeconds),
        Introspection = Introspection,
        OnUnforeseen = onUnforeseen,
    };

    /// <exception cref="DirectoryNotFoundException">The folder of persisted documents is missing.</exception>
    public IEnumerable<string> ReadDocuments() =>
        PersistedDocuments is null ? [] : Directory.EnumerateFiles(PersistedDocuments, "*.graphql").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
