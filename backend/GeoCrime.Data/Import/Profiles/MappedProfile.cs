namespace GeoCrime.Data.Import.Profiles;

/// <summary>Makes a profile from <c>--map occurred=COLUMN,lon=COLUMN,lat=COLUMN,category=COLUMN</c> for a file that has none.</summary>
public static class MappedProfile
{
    private static readonly string[] Keys =
        ["occurred", "time", "to", "reported", "lon", "lat", "x", "y", "crs", "category", "constant", "id", "number", "format", "encoding", "area:KIND", "keep"];

    /// <param name="map">Pairs key=column joined by commas; <c>format</c> (a .NET format string) and <c>keep</c> (a column to keep as it is) may repeat.</param>
    /// <param name="code">Code of the source that the rows belong to.</param>
    /// <param name="timeZone">IANA name of the zone of times without an offset.</param>
    /// <exception cref="ArgumentException">A key is unknown, lacks a column, or a needed one is absent.</exception>
    public static SourceProfile Parse(string map, string code, string timeZone)
    {
        var pairs = map.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Pair).ToLookup(pair => pair.Key, pair => pair.Value);
        var mapping = new ColumnMapping(One(pairs, "occurred") ?? throw new ArgumentException("--map lacks occurred=COLUMN", nameof(map)))
        {
            Time = One(pairs, "time"),
            To = One(pairs, "to"),
            Reported = One(pairs, "reported"),
            Category = One(pairs, "category"),
            Constant = One(pairs, "constant"),
            X = One(pairs, "x") ?? One(pairs, "lon"),
            Y = One(pairs, "y") ?? One(pairs, "lat"),
            Crs = One(pairs, "crs"),
            Id = One(pairs, "id"),
            Number = One(pairs, "number"),
            Formats = [.. pairs["format"]],
            Encoding = One(pairs, "encoding"),
            Areas = pairs.Where(pair => pair.Key.StartsWith("area:", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[5..], pair => pair.First()),
            Keep = [.. pairs["keep"]],
        };
        if (mapping.X is null != mapping.Y is null)
            throw new ArgumentException("--map takes both lon and lat (or x and y), or neither", nameof(map));
        if (mapping.Category is null && mapping.Constant is null)
            throw new ArgumentException("--map lacks category=COLUMN", nameof(map));
        return mapping.ToProfile(code, timeZone);
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
