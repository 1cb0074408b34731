using GeoCrime.Studies.SampleCity;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Tests.SampleCity;

public class FileDirtTests
{
    private static SampleIncident[] Rows => SharedCity.City.Incidents;
    private static DirtCounts Declared => SharedCity.City.Truth.Dirt;

    [Fact]
    public void Every_declared_count_is_what_the_rows_hold()
    {
        Assert.Equal(Declared.WithoutPosition, Rows.Count(r => r.Position is null));
        Assert.Equal(Declared.Sentinel, Rows.Count(r => r.Position == (0, 0)));
        Assert.Equal(Declared.WithoutPrecinct, Rows.Count(r => r.Precinct.Length == 0));
        Assert.Equal(Declared.UnreadableDate, Rows.Count(r => r.UnreadableDate is not null));
        var pairs = Rows.Zip(Rows.Skip(1)).Where(p => p.First.Id == p.Second.Id).ToArray();
        Assert.Equal(Declared.ExactRepeat, pairs.Count(p => p.First == p.Second));
        Assert.Equal(Declared.Correction, pairs.Count(p => p.First != p.Second && p.First == p.Second with { Resolution = p.First.Resolution }));
        Assert.Equal(Rows.Length - pairs.Length, Rows.Select(r => r.Id).Distinct().Count());
        Assert.All(new[] { Declared.Sentinel, Declared.UnreadableDate, Declared.ExactRepeat, Declared.Correction, Declared.DaylightGap }, n => Assert.True(n > 10));
    }

    [Fact]
    public void Located_rows_lie_in_the_precinct_they_name_but_for_the_declared_strays()
    {
        var locators = SharedCity.City.Layout.Precincts.ToDictionary(p => p.Code, p => new IndexedPointInAreaLocator(
            new Polygon(new LinearRing([.. p.Ring.Select(OceanProjection.ToDegrees).Select(d => new Coordinate(d.Longitude, d.Latitude))]))));
        var strays = Rows.Count(r => r.Position is { Longitude: not 0 } position && r.Precinct.Length > 0
            && locators[r.Precinct].Locate(new Coordinate(position.Longitude, position.Latitude)) != Location.Interior);
        Assert.Equal(Declared.StrayPrecinct, strays);
    }

    [Fact]
    public void Rows_name_the_district_of_the_precinct_they_name()
    {
        var districts = SharedCity.City.Layout.Precincts.ToDictionary(p => p.Code, p => p.District);
        districts.Add("", "");
        Assert.DoesNotContain(Rows, r => districts[r.Precinct] != r.District);
    }

    [Fact]
    public void The_daylight_gap_is_the_time_zones_own()
    {
        var azores = TimeZoneInfo.FindSystemTimeZoneById(City.TimeZone);
        Assert.Equal(Declared.DaylightGap, Rows.Count(r => r.UnreadableDate is null && azores.IsInvalidTime(r.OccurredFrom)));
    }
}
