using GeoCrime.Studies.SampleCity;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Tests.SampleCity;

/// <summary>One generated city for all tests; making it takes about a second.</summary>
internal static class SharedCity
{
    private static readonly Lazy<City> Made = new(() => SampleCityGenerator.Generate(1));
    private static readonly Lazy<Dictionary<(double, double), Anchor>> Anchors =
        new(() => City.Layout.Anchors.DistinctBy(a => (a.Longitude, a.Latitude)).ToDictionary(a => (a.Longitude, a.Latitude)));

    public static City City => Made.Value;

    /// <summary>Rows with a usable position, and the anchor that has it.</summary>
    public static IEnumerable<(SampleIncident Row, Anchor Anchor)> Located() =>
        City.Incidents.Where(r => r.Position is { Longitude: not 0 }).Select(r => (r, Anchors.Value[r.Position!.Value]));

    public static Polygon Polygon(PlanePoint[] ring) =>
        new(new LinearRing([.. ring.Select(p => new Coordinate(p.X, p.Y))]));
}
