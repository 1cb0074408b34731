namespace GeoCrime.Data.Import.Profiles;

/// <summary>How one published data set is read: a JSON file under gis-data/sources, or made from <c>--map</c>.</summary>
/// <remarks>Columns are named as in the file's header, trimmed; the second of two equal names is <c>NAME#2</c>. In GeoJSON a property is a column.</remarks>
public sealed record SourceProfile
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public string? Publisher { get; init; }

    /// <summary>The jurisdiction that the data set covers; options of the import may name another.</summary>
    public ProfileJurisdiction? Jurisdiction { get; init; }

    /// <summary>IANA name of the zone whose civil time the file states.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Encoding of a CSV file without a mark, as IANA names it; null for UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>The column that identifies a row; without it a row is known by its content and occurrence number.</summary>
    public string? Id { get; init; }

    /// <summary>The column of the number that several rows (offences) of one incident share.</summary>
    public string? IncidentNumber { get; init; }
    public required TimeField OccurredFrom { get; init; }
    public TimeField? OccurredTo { get; init; }
    public TimeField? ReportedAt { get; init; }

    /// <summary>Where the position stands; null where a GeoJSON geometry gives it, or where the file has none.</summary>
    public PositionField? Position { get; init; }
    public required CategoryField Category { get; init; }
    public IReadOnlyList<CategoryRule> Categories { get; init; } = [];

    /// <summary>Area kind → the column in which the source states that kind's code.</summary>
    public IReadOnlyDictionary<string, string> StatedAreas { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns kept beside the incident as they are.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>What a reader should know of the data set.</summary>
    public string? Notes { get; init; }

    /// <summary>Every column that the profile reads, each once, in a fixed order.</summary>
    public IReadOnlyList<string> Columns() =>
        [.. new[]
            {
                Id, IncidentNumber, OccurredFrom.Column, OccurredFrom.TimeColumn, OccurredTo?.Column, OccurredTo?.TimeColumn,
                ReportedAt?.Column, ReportedAt?.TimeColumn, Position?.X, Position?.Y, Category.Column,
            }
            .Concat(StatedAreas.OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => (string?)area.Value))
            .Concat(Attributes)
            .OfType<string>()
            .Distinct()];

    /// <summary>The columns without which a row cannot become an incident.</summary>
    public IReadOnlyList<string> NeededColumns() =>
        [.. new[] { Id, OccurredFrom.Column, OccurredFrom.TimeColumn, Category.Column }.OfType<string>()];
}

public sealed record ProfileJurisdiction(string Code, string Name);

/// <summary>A column that holds a moment.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Formats">.NET format strings, tried in order; one with <c>K</c> or <c>z</c> reads an instant, all others local civil time. <c>epoch-seconds</c> and <c>epoch-milliseconds</c> count from 1970 in UTC.</param>
/// <param name="TimeColumn">A second column with the time of day as an integer HHMM without padding (5 is 00:05), 13:05 or 1:05 PM; replaces the time in <paramref name="Column"/>.</param>
public sealed record TimeField(string Column, IReadOnlyList<string> Formats, string? TimeColumn = null);

/// <summary>The columns of the position.</summary>
/// <param name="X">Longitude or easting.</param>
/// <param name="Y">Latitude or northing.</param>
/// <param name="Crs">EPSG code such as <c>EPSG:2232</c>.</param>
/// <param name="Sentinels">Positions that mean "unknown".</param>
public sealed record PositionField(string X, string Y, string Crs = "EPSG:4326", IReadOnlyList<Sentinel>? Sentinels = null);

/// <summary>A position that stands for "unknown", in the units of the columns.</summary>
public sealed record Sentinel(double X, double Y, double Tolerance = 1e-9);

/// <summary>Where the offence category stands: a column, or one value for the whole file.</summary>
public sealed record CategoryField(string? Column = null, string? Constant = null);

/// <summary>How values of the source become one category. Exactly one of match, prefix and pattern is given; exact matches come first, then the others in their order.</summary>
/// <param name="Severity">Weight in 1–100; an editable default, see gis-data/sources/README.md.</param>
/// <param name="OfficerInitiated">Counts follow patrol activity (drugs, warrants), not calls.</param>
public sealed record CategoryRule(
    string Code, string Label, string Group, double Severity, bool OfficerInitiated = false,
    string? Match = null, string? Prefix = null, string? Pattern = null);
