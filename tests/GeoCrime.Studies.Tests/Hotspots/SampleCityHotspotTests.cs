using GeoCrime.Domain;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.SampleCity;
using GeoCrime.Studies.Tests.SampleCity;

namespace GeoCrime.Studies.Tests.Hotspots;

/// <summary>Whether the hot spots planted in the sample city are found where and when they were planted.</summary>
public class SampleCityHotspotTests
{
    [Theory]
    [InlineData("appears", "2025-06-01", "2025-12-01")]
    [InlineData("fades", "2020-01-01", "2022-07-01")]
    [InlineData("moves", "2024-02-01", "2024-08-01")]
    [InlineData("moves", "2025-07-01", "2025-12-31")]
    public void A_planted_hot_spot_is_hot_in_its_period(string code, string from, string to)
    {
        var (spot, first, end) = (Spot(code), DateOnly.Parse(from), DateOnly.Parse(to));
        var middle = spot.CentreOn(first.AddDays((end.DayNumber - first.DayNumber) / 2));
        Assert.Equal(3, CellAt(spot, middle, first, end).Bin);
    }

    [Theory]
    [InlineData("appears", "2024-06-01", "2024-12-01", "2025-06-01", "2025-12-01")]
    [InlineData("fades", "2025-01-01", "2025-12-31", "2020-01-01", "2021-01-01")]
    public void Outside_its_period_its_cell_is_far_less_hot(string code, string quietFrom, string quietTo, string hotFrom, string hotTo)
    {
        var spot = Spot(code);
        var quiet = CellAt(spot, spot.Start, DateOnly.Parse(quietFrom), DateOnly.Parse(quietTo));
        var hot = CellAt(spot, spot.Start, DateOnly.Parse(hotFrom), DateOnly.Parse(hotTo));
        Assert.True(hot.Z > 2 * quiet.Z, $"z {hot.Z:0.0} in its period, {quiet.Z:0.0} outside");
    }

    [Fact]
    public void The_moving_one_cools_where_it_was_and_heats_where_it_went()
    {
        var spot = Spot("moves");
        DateOnly[] halves = [new(2024, 2, 1), new(2025, 7, 1)];
        double Z(PlanePoint place, DateOnly from) => CellAt(spot, place, from, from.AddDays(182)).Z!.Value;
        Assert.True(Z(spot.Start, halves[0]) > Z(spot.Start, halves[1]));
        Assert.True(Z(spot.End, halves[1]) > Z(spot.End, halves[0]));
    }

    [Fact]
    public void Every_row_lies_in_a_unit_or_at_the_rim_of_the_city()
    {
        var result = Run(IncidentFilter.All);
        Assert.InRange(result.Units.Sum(unit => unit.Incidents) / (double)SampleCityColumns.All.Count, 0.98, 1);
    }

    private static PlantedHotSpot Spot(string code) => SharedCity.City.Truth.HotSpots.Single(spot => spot.Code == code);

    private static HotspotCell CellAt(PlantedHotSpot spot, PlanePoint place, DateOnly from, DateOnly to)
    {
        var result = Run(new IncidentFilter(from, to, [.. spot.Mix.Select(part => part.Offence)]));
        return result.Units[result.Grid.UnitAt(OceanProjection.OriginEasting + place.X, OceanProjection.OriginNorthing + place.Y)];
    }

    private static HotspotResult Run(IncidentFilter filter) => new HotspotStudy(new LiveRuns())
        .RunAsync(SampleCityColumns.All, new HotspotRequest(filter, Permutations: 0), AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;
}
