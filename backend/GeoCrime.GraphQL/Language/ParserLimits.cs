namespace GeoCrime.GraphQL.Language;

/// <summary>What a document may hold before parsing stops; each limit has its own error code.</summary>
/// <param name="Tokens">Lexical tokens; ≥ 1.</param>
/// <param name="Depth">Selection sets, lists, objects or list types inside one another; 1 … 1,000.</param>
/// <param name="Aliases">Aliased fields in the whole document; ≥ 0.</param>
public sealed record ParserLimits(int Tokens = 50_000, int Depth = 200, int Aliases = 10_000)
{
    /// <summary>For documents of one's own, such as a schema.</summary>
    public static ParserLimits Trusted { get; } = new(int.MaxValue, 500, int.MaxValue);

    public int Tokens { get; } = Tokens >= 1
        ? Tokens
        : throw new ArgumentOutOfRangeException(nameof(Tokens), Tokens, "The token limit must be 1 or more.");

    // Recursion follows the nesting; 1,000 levels stay far inside a thread's stack.
    public int Depth { get; } = Depth is >= 1 and <= 1_000
        ? Depth
        : throw new ArgumentOutOfRangeException(nameof(Depth), Depth, "The depth limit must lie in 1 … 1,000.");

    public int Aliases { get; } = Aliases >= 0
        ? Aliases
        : throw new ArgumentOutOfRangeException(nameof(Aliases), Aliases, "The alias limit must be 0 or more.");
}
