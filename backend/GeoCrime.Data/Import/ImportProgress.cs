namespace GeoCrime.Data.Import;

/// <summary>How far an import has come. The counts are of what is committed.</summary>
/// <param name="BytesRead">Of <paramref name="BytesTotal"/> on disk.</param>
/// <param name="RowsRead">Accepted + quarantined + duplicates, those of an earlier run of the same batch included.</param>
public sealed record ImportProgress(long BytesRead, long BytesTotal, RowCounts Rows);

/// <summary>What became of rows: <c>Read = Accepted + Quarantined + Duplicates</c>.</summary>
/// <param name="Accepted">New rows, and corrected ones.</param>
/// <param name="Corrected">Of the accepted, those that replaced an earlier version of the same id.</param>
/// <param name="Quarantined">Kept aside with a reason.</param>
/// <param name="Duplicates">Already stored, as an incident or in quarantine.</param>
/// <param name="Unlocated">Of the accepted, those without a usable position.</param>
public sealed record RowCounts(long Read, long Accepted, long Corrected, long Quarantined, long Duplicates, long Unlocated)
{
    public static RowCounts operator +(RowCounts one, RowCounts other) => new(
        one.Read + other.Read,
        one.Accepted + other.Accepted,
        one.Corrected + other.Corrected,
        one.Quarantined + other.Quarantined,
        one.Duplicates + other.Duplicates,
        one.Unlocated + other.Unlocated);
}
