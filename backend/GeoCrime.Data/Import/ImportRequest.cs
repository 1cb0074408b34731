using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Data.Import;

/// <summary>What to import, and whose it is.</summary>
/// <param name="Path">The file: CSV or GeoJSON, plain or gzip.</param>
/// <param name="Profile">How it is read.</param>
/// <param name="Jurisdiction">Code of the jurisdiction; made where it does not exist.</param>
public sealed record ImportRequest(string Path, SourceProfile Profile, string Jurisdiction)
{
    /// <summary>Name of a jurisdiction that is made; the profile's, else the code.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a jurisdiction that is made holds made-up data.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Rows a transaction, ≥ 1.</summary>
    public int ChunkRows { get; init; } = 20_000;

    /// <summary>The moment of the import; rows that occurred more than a day later are kept aside.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;
}
