namespace GeoCrime.Domain;

/// <summary>A police jurisdiction: the unit that data is loaded, versioned and analysed by.</summary>
/// <param name="Id">The database's own number.</param>
/// <param name="Code">Short stable code, for instance <c>denver</c>.</param>
/// <param name="TimeZone">IANA name; local civil time is what records are counted in.</param>
/// <param name="AnalysisSrid">EPSG code of the metric CRS (a WGS84 UTM zone) that distances are computed in.</param>
/// <param name="Synthetic">True for made-up data, which is marked wherever it shows.</param>
public sealed record Jurisdiction(int Id, string Code, string Name, string TimeZone, int AnalysisSrid, bool Synthetic)
{
    /// <summary>Longitude/latitude to metres and back.</summary>
    public UtmProjection Projection => UtmProjection.Of(AnalysisSrid);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
