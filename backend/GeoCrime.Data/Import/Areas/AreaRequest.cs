namespace GeoCrime.Data.Import.Areas;

/// <summary>Which areas to load, and whose they are.</summary>
/// <param name="Path">A GeoJSON file of polygons, plain or gzip.</param>
/// <param name="Jurisdiction">Code of the jurisdiction; made where it does not exist.</param>
/// <param name="Kind">What the areas are, such as <c>precinct</c>.</param>
/// <param name="CodeProperty">The property that identifies an area; features that share a code become one.</param>
/// <param name="NameProperty">The property that names an area.</param>
public sealed record AreaRequest(string Path, string Jurisdiction, string Kind, string CodeProperty, string NameProperty)
{
    /// <summary>Makes codes of names: <c>Gateway / Green Valley Ranch</c> → <c>gateway-green-valley-ranch</c>.</summary>
    public bool SlugCodes { get; init; }

    /// <summary>EPSG code of the coordinates, against what the file says.</summary>
    public string? Crs { get; init; }

    /// <summary>What the kind is called; the kind with a capital where null.</summary>
    public string? Label { get; init; }

    /// <summary>A property with the number of residents.</summary>
    public string? PopulationProperty { get; init; }

    /// <summary>Name of a jurisdiction that is made; its code where null.</summary>
    public string? JurisdictionName { get; init; }

    /// <summary>IANA time zone of a jurisdiction that is made.</summary>
    public string? TimeZone { get; init; }

    public bool Synthetic { get; init; }
}

/// <summary>Loaded areas.</summary>
/// <param name="Features">Features read.</param>
/// <param name="Areas">Areas stored: fewer where features share a code.</param>
/// <param name="Repairs">What was wrong with geometries and was put right, feature by feature.</param>
/// <param name="Joined">Located incidents that were joined to the areas anew.</param>
/// <param name="Unchanged">The very same areas were current already; none were stored.</param>
public sealed record AreaSummary(
    string Jurisdiction, string Kind, int Features, int Areas, IReadOnlyList<AreaRepair> Repairs, long Joined, bool Unchanged, IReadOnlyList<StatedAgreement> Agreement);

/// <param name="Code">Code of the area.</param>
/// <param name="What">What was wrong, in a few words.</param>
public sealed record AreaRepair(string Code, string What);
