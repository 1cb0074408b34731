namespace GeoCrime.Data.Import.Profiles;

/// <summary>Makes a profile from <c>--map occurred=COLUMN,lon=COLUMN,lat=COLUMN,category=COLUMN</c> for a file that has none.</summary>
public static class MappedProfile
{
    private static readonly string[] Keys =
        ["occurred", "to", "reported", "lon", "lat", "x", "y", "crs", "category", "id", "number", "format", "area:KIND", "keep"];

    private static readonly string[] IsoFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    /// <param name="map">Pairs key=column joined by commas; <c>format</c> (a .NET format string) and <c>keep</c> (a column to keep as it is) may repeat.</param>
    /// <param name="code">Code of the source that the rows belong to.</param>
    /// <param name="timeZone">IANA name of the zone of times without an offset.</param>
    /// <exception cref="ArgumentException">A key is unknown, lacks a column, or a needed one is absent.</exception>
    public static SourceProfile Parse(string map, string code, string timeZone)
    {
        var pairs = map.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Pair).ToLookup(pair => pair.Key, pair => pair.Value);
        string[] formats = [.. pairs["format"]];
        TimeField? Time(string key) => One(pairs, key) is { } column ? new TimeField(column, formats.Length > 0 ? formats : IsoFormats) : null;
        var x = One(pairs, "x") ?? One(pairs, "lon");
        var y = One(pairs, "y") ?? One(pairs, "lat");
        if (x is null != y is null)
            throw new ArgumentException("--map takes both lon and lat (or x and y), or neither", nameof(map));
        var profile = new SourceProfile
        {
            Code = code,
            Title = code,
            TimeZone = timeZone,
            Id = One(pairs, "id"),
            IncidentNumber = One(pairs, "number"),
            OccurredFrom = Time("occurred") ?? throw new ArgumentException("--map lacks occurred=COLUMN", nameof(map)),
            OccurredTo = Time("to"),
            ReportedAt = Time("reported"),
            Position = x is null ? null : new PositionField(x, y!, One(pairs, "crs") ?? "EPSG:4326", [new Sentinel(0, 0, 1e-4)]),
            Category = new CategoryField(One(pairs, "category") ?? throw new ArgumentException("--map lacks category=COLUMN", nameof(map))),
            StatedAreas = pairs.Where(pair => pair.Key.StartsWith("area:", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[5..], pair => pair.First()),
            Attributes = [.. pairs["keep"]],
        };
        SourceProfileFile.Check(profile, "--map");
        return profile;
    }

    private static KeyValuePair<string, string> Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var key = at < 0 ? text : text[..at].TrimEnd();
        if (at < 0 || at == text.Length - 1)
            throw new ArgumentException($"--map: '{text}' is not KEY=COLUMN", nameof(text));
        if (!Keys.Contains(key) && !(key.StartsWith("area:", StringComparison.Ordinal) && key.Length > 5))
            throw new ArgumentException($"--map: '{key}' is none of {string.Join(", ", Keys)}", nameof(text));
        return new(key, text[(at + 1)..].TrimStart());
    }

    private static string? One(ILookup<string, string> pairs, string key) => pairs[key].Count() switch
    {
        0 => null,
        1 => pairs[key].First(),
        _ => throw new ArgumentException($"--map gives {key} more than once", nameof(pairs)),
    };
}
