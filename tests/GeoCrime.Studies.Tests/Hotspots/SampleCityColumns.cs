using GeoCrime.Domain;
using GeoCrime.Studies.SampleCity;
using GeoCrime.Studies.Tests.SampleCity;
using NetTopologySuite.Geometries;
using CityOfFile = GeoCrime.Studies.SampleCity.City;

namespace GeoCrime.Studies.Tests.Hotspots;

/// <summary>The sample city as a snapshot, without a database between: its located rows, their precincts and their days of report.</summary>
internal static class SampleCityColumns
{
    private static readonly Lazy<IncidentColumns> Made = new(Make);

    public static IncidentColumns All => Made.Value;

    private static IncidentColumns Make()
    {
        var city = SharedCity.City;
        var projection = UtmProjection.Of(OceanProjection.Epsg);
        Area[] areas = [.. city.Layout.Precincts.Select((precinct, number) => new Area(
            number, "precinct", precinct.Code, precinct.Name, new MultiPolygon([Degrees(precinct.Ring, projection)]), precinct.SquareKilometres, precinct.Population))];
        var rows = SharedCity.Located().DistinctBy(located => located.Row.Id).OrderBy(located => located.Row.OccurredFrom).ToArray();
        return new IncidentColumns(
            new Jurisdiction(1, CityOfFile.Code, CityOfFile.Name, CityOfFile.TimeZone, OceanProjection.Epsg, true),
            "generated",
            SamplePeriod.Last.AddDays(-7),
            [.. OffenceTable.All.Select((offence, number) => new OffenceCategory(number, offence.Code, offence.Label, offence.Group, offence.Severity, offence.OfficerInitiated))],
            [new AreaColumn("precinct", "Precincts", areas)],
            [.. rows.GroupBy(located => located.Row.OccurredFrom.Year).Select(year => Chunk(year.Key, [.. year]))]);
    }

    private static IncidentChunk Chunk(int year, (SampleIncident Row, Anchor Anchor)[] rows) => new(
        year,
        1,
        [.. rows.Select(located => (int)Math.Round((OceanProjection.OriginEasting + located.Anchor.Point.X) * 100))],
        [.. rows.Select(located => (int)Math.Round((OceanProjection.OriginNorthing + located.Anchor.Point.Y) * 100))],
        [.. rows.Select(located => DateOnly.FromDateTime(located.Row.OccurredFrom).DayNumber)],
        [.. rows.Select(located => (byte)located.Row.OccurredFrom.Hour)],
        [.. rows.Select(located => (short)OffenceTable.IndexOf(located.Row.Offence))],
        [[.. rows.Select(located => (short)located.Anchor.Precinct)]],
        [.. rows.Select(located => DateOnly.FromDateTime(located.Row.ReportedAt).DayNumber)]);

    private static Polygon Degrees(PlanePoint[] ring, UtmProjection projection) => (Polygon)projection.ToDegrees(new Polygon(new LinearRing(
        [.. ring.Select(point => new Coordinate(OceanProjection.OriginEasting + point.X, OceanProjection.OriginNorthing + point.Y))])));
}
