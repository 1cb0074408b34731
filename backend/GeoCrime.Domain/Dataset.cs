namespace GeoCrime.Domain;

/// <summary>What is loaded for a jurisdiction, as of one data version.</summary>
/// <param name="Version">Changes with every change of incidents, area sets, category maps and context.</param>
/// <param name="CompleteThrough">The last local day older than the 95th percentile of reporting delay; later days are still filling up.</param>
public sealed record Dataset(
    string Version,
    long Incidents,
    long Located,
    DateOnly? From,
    DateOnly? To,
    DateOnly? CompleteThrough,
    DateTime? ImportedAt,
    DataQuality Quality);

/// <summary>What became of the rows that were read; <c>Accepted + Quarantined + Duplicates = Rows</c>.</summary>
public sealed record DataQuality(long Rows, long Accepted, long Quarantined, long Duplicates, long Unlocated, IReadOnlyList<QualityReason> Reasons);

/// <summary>Why rows were set aside, with one of them as published.</summary>
public sealed record QualityReason(string Reason, long Rows, string? Example);
