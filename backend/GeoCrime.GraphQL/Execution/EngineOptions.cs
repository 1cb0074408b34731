using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Execution;

/// <summary>How an engine guards itself; each limit is checked at construction and has its own error code.</summary>
public sealed record EngineOptions
{
    /// <summary>
    /// Limits of documents: TOKEN_LIMIT, DEPTH_LIMIT and ALIAS_LIMIT. Depth counts once while parsing and again with
    /// fragments followed.
    /// </summary>
    public ParserLimits Parsing { get; init; } = new(Tokens: 10_000, Depth: 40, Aliases: 500);

    /// <summary>Greatest cost of an operation (see <see cref="CostAttribute"/>), ≥ 1; COST_LIMIT.</summary>
    public long MaxCost
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxCost must be 1 or more.");
    } = 1_000_000;

    /// <summary>Greatest value of an argument that names a page size, ≥ 1; PAGE_SIZE_LIMIT.</summary>
    public int MaxPageSize
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxPageSize must be 1 or more.");
    } = 10_000;

    /// <summary>Arguments that name page sizes: they multiply the cost of what is below their field.</summary>
    public IReadOnlyList<string> PageSizeArguments { get; init; } = ["first", "last"];

    /// <summary>Time for one query or mutation, &gt; 0; TIME_LIMIT. Subscriptions have none.</summary>
    public TimeSpan TimeLimit
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "TimeLimit must be positive.");
    } = TimeSpan.FromSeconds(60);

    /// <summary>How long a reader may leave a full buffer standing, &gt; 0, before the host cuts its connection.</summary>
    public TimeSpan ReaderPatience
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "ReaderPatience must be positive.");
    } = TimeSpan.FromSeconds(10);

    /// <summary>Greatest request body in bytes, ≥ 1, for the host to enforce with the code BODY_LIMIT.</summary>
    public int MaxBodyBytes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxBodyBytes must be 1 or more.");
    } = 1_000_000;

    /// <summary>Whether clients may ask for <c>__schema</c> and <c>__type</c>; INTROSPECTION_OFF.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>How many checked documents are remembered by their text; ≥ 0.</summary>
    public int RememberedDocuments
    {
        get;
        init => field = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "RememberedDocuments must be 0 or more.");
    } = 500;

    /// <summary>Called with the id that goes out to the client and the error that does not.</summary>
    public Action<string, Exception>? OnUnforeseen { get; init; }
}
