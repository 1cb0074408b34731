namespace GeoCrime.Data.Import.Profiles;

/// <summary>Which column of a file without a profile holds what; each is named as in the header.</summary>
/// <param name="Occurred">When it happened, or began.</param>
public sealed record ColumnMapping(string Occurred)
{
    /// <summary>The time of day as an integer HHMM, where <see cref="Occurred"/> holds the day alone.</summary>
    public string? Time { get; init; }

    /// <summary>When it ended.</summary>
    public string? To { get; init; }
    public string? Reported { get; init; }

    /// <summary>The offence; else <see cref="Constant"/> names the one offence of the whole file.</summary>
    public string? Category { get; init; }
    public string? Constant { get; init; }

    /// <summary>Longitude or easting; null where a GeoJSON geometry gives the position, or where there is none.</summary>
    public string? X { get; init; }

    /// <summary>Latitude or northing.</summary>
    public string? Y { get; init; }

    /// <summary>EPSG code such as <c>EPSG:2232</c>.</summary>
    public string? Crs { get; init; }

    /// <summary>What identifies a row.</summary>
    public string? Id { get; init; }

    /// <summary>What several rows of one incident share.</summary>
    public string? Number { get; init; }

    /// <summary>.NET format strings for all dates of the file, tried in order; empty for ISO 8601.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Encoding of a CSV file without a mark; null for UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>Area kind → column in which the source states that kind's code.</summary>
    public IReadOnlyDictionary<string, string> Areas { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns kept as they are.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    public static IReadOnlyList<string> IsoFormats { get; } =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    /// <param name="code">Code of the source that the rows belong to.</param>
    /// <param name="timeZone">IANA name of the zone of times without an offset.</param>
    /// <exception cref="ArgumentException">One of x and y is missing, or neither or both of category and constant are given.</exception>
    /// <exception cref="ImportException">The zone, the CRS or the encoding is unknown.</exception>
    public SourceProfile ToProfile(string code, string timeZone)
    {
        if (X is null != Y is null)
            throw new ArgumentException("the position needs both of its columns: longitude and latitude, or x and y; or neither");
        if (Category is null == Constant is null)
            throw new ArgumentException("the offence needs a column, or one name for the whole file; one of them");
        var profile = new SourceProfile
        {
            Code = code,
            Title = code,
            TimeZone = timeZone,
            Encoding = Encoding,
            Id = Id,
            IncidentNumber = Number,
            OccurredFrom = new TimeField(Occurred, Dates, Time),
            OccurredTo = Other(To),
            ReportedAt = Other(Reported),
            Position = X is null ? null : new PositionField(X, Y!, Crs ?? "EPSG:4326", [new Sentinel(0, 0, 1e-4)]),
            Category = new CategoryField(Category, Constant),
            StatedAreas = Areas,
            Attributes = Keep,
        };
        SourceProfileFile.Check(profile, "mapping");
        return profile;
    }

    private IReadOnlyList<string> Dates => Formats.Count > 0 ? Formats : IsoFormats;

    private TimeField? Other(string? column) => column is null ? null : new TimeField(column, Dates);
}
