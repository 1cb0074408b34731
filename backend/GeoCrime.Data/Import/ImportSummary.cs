namespace GeoCrime.Data.Import;

/// <summary>A finished import.</summary>
/// <param name="Batch">Number that undoes it.</param>
/// <param name="ResumedAfter">Rows that an earlier, interrupted run had already stored.</param>
/// <param name="Reasons">Why rows are in quarantine, from the commonest.</param>
/// <param name="Notes">Peculiarities of rows that were kept, with the number of rows.</param>
/// <param name="Agreement">How often the areas that the source states are those that hold the position.</param>
public sealed record ImportSummary(
    int Batch,
    string Jurisdiction,
    string Source,
    string File,
    long ResumedAfter,
    RowCounts Rows,
    IReadOnlyList<ReasonCount> Reasons,
    IReadOnlyDictionary<string, long> Notes,
    IReadOnlyList<StatedAgreement> Agreement,
    Completeness Completeness);

/// <summary>Rows in quarantine for one reason, with the first of them.</summary>
public sealed record ReasonCount(string Reason, string Sentence, long Rows, long FirstRow, string Example);

/// <summary>How often a source's own area code names the area that holds the position.</summary>
/// <param name="Stated">Located rows whose source states a code of the kind.</param>
/// <param name="Agreeing">Those that lie in the area of that code.</param>
public sealed record StatedAgreement(string Kind, long Stated, long Agreeing)
{
    /// <summary>0–100.</summary>
    public double Percent => Stated == 0 ? 0 : 100.0 * Agreeing / Stated;
}

/// <summary>Up to which day reports can be taken as complete.</summary>
/// <param name="ReportingDelayDays">95th percentile, rounded up; 7 where the source tells no report times.</param>
/// <param name="Through">The last local day older than that; null while there is nothing.</param>
public sealed record Completeness(int ReportingDelayDays, DateOnly? Through);
