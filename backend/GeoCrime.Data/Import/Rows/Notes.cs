namespace GeoCrime.Data.Import.Rows;

/// <summary>Peculiarities of rows that were kept nevertheless, counted: what a reader of the batch should know.</summary>
public sealed class Notes
{
    /// <summary>Occurred at exactly midnight in a column that tells the time: often a placeholder.</summary>
    public const string Midnight = "occurred-at-midnight";

    /// <summary>Reported before it occurred; the delay counts as 0.</summary>
    public const string ReportedEarly = "reported-before-occurred";

    /// <summary>The end or the report has a date that cannot be read; it is left blank.</summary>
    public const string UnreadableSecondDate = "other-date-unreadable";

    /// <summary>The clocks skipped the stated time; it was moved forward.</summary>
    public const string SkippedHour = "time-skipped-by-clocks";

    /// <summary>The position is no number, not finite or outside its CRS; the row is unlocated.</summary>
    public const string ImpossiblePosition = "impossible-position";

    /// <summary>The position is a value that means "unknown"; the row is unlocated.</summary>
    public const string SentinelPosition = "sentinel-position";

    /// <summary>The id is blank; the row is known by its content.</summary>
    public const string NoId = "no-id";

    /// <summary>Bytes that are not UTF-8 were replaced.</summary>
    public const string Mangled = "not-utf-8";

    /// <summary>The row ends early, but behind all that is needed.</summary>
    public const string Short = "short-row";

    /// <summary>Followed by a value of the source that no rule of the profile knows.</summary>
    public const string UnmappedCategory = "unmapped-category: ";

    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => counts;

    public void Add(string note, long rows = 1) => counts[note] = counts.GetValueOrDefault(note) + rows;

    public void Add(Notes others)
    {
        foreach (var (note, rows) in others.counts)
            Add(note, rows);
    }
}
