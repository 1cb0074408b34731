namespace GeoCrime.Domain;

/// <summary>What became of the rows that were read; <c>Accepted + Quarantined + Duplicates = Rows</c>.</summary>
/// <param name="Unlocated">Accepted rows without a usable position: counted, not mapped.</param>
public sealed record DataQuality(
    long Rows,
    long Accepted,
    long Quarantined,
    long Duplicates,
    long Unlocated,
    DateTime? ImportedAt,
    IReadOnlyList<QualityReason> Reasons);

/// <summary>Why rows were set aside, with one of them as published.</summary>
public sealed record QualityReason(string Reason, long Rows, string? Example);
