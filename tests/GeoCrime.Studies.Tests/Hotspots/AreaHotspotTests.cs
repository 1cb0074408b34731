using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Domain;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Hotspots;

public class AreaHotspotTests
{
    private static readonly DateOnly Day = SmallCity.Monday;
    private static readonly Row[] Rows = [.. Four(500, 500, 9), .. Four(1500, 500, 6), .. Four(500, 1500, 3), .. Four(1500, 1500, 2)];

    [Fact]
    public async Task Areas_are_units_and_touch_their_neighbours()
    {
        var result = await RunAsync(SmallCity.Columns(Rows), new HotspotRequest(IncidentFilter.All, HotspotUnit.Area, Permutations: 99, AreaKind: "precinct"));
        Assert.Equal([("P1", 9), ("P2", 6), ("P3", 3), ("P4", 2)], result.Units.Select(unit => (unit.Id, unit.Incidents)));
        // Four squares around a corner: each touches the three others.
        Assert.All(Enumerable.Range(0, 4), unit => Assert.Equal(3, result.Grid.Contiguity.Count(unit)));
        Assert.Equal(1e6, SmallCity.Jurisdiction.Projection.ToMetres(result.ShapeInDegrees(result.Units[0])).Area, 1);
        Assert.Equal(3, result.Grid.UnitAt(SmallCity.West + 1200, SmallCity.South + 1800));
        Assert.Equal(-1, result.Grid.UnitAt(SmallCity.West - 50, SmallCity.South));
    }

    [Fact]
    public async Task Rates_are_per_thousand_residents_by_empirical_Bayes_and_have_no_exact_p()
    {
        var result = await RunAsync(SmallCity.Columns(Rows), new HotspotRequest(IncidentFilter.All, HotspotUnit.Area, AreaKind: "precinct", PerResident: true));
        var expected = EmpiricalBayes.Rates([9, 6, 3, 2], [1000, 1000, 1000, 1000]);
        Assert.Equal(expected.Select(rate => rate * 1000), result.Units.Select(unit => unit.Rate!.Value));
        Assert.All(result.Units, unit => Assert.Null(unit.ExactP));
    }

    [Fact]
    public async Task The_city_as_a_whole_and_each_cell_have_their_likeness()
    {
        var columns = SmallCity.Columns(SmallCity.Scattered(300));
        var result = await RunAsync(columns, new HotspotRequest(IncidentFilter.All, HotspotUnit.Square, 200, 0));
        var standardised = result.Grid.Contiguity.RowStandardised();
        Assert.Equal(GlobalMoran.Test(result.Values, standardised), result.Alikeness.Moran);
        Assert.Equal(GlobalGeary.Test(result.Values, standardised), result.Alikeness.Geary);
        Assert.Equal(GlobalG.Test(result.Values, result.Grid.Contiguity), result.Alikeness.G);
        var local = LocalMoran.Test(result.Values, standardised);
        Assert.Equal(local.Quadrants, result.Units.Select(unit => result.LocalMoranOf(unit)!.Value.Quadrant));
    }

    [Fact]
    public async Task An_empty_city_has_no_likeness()
    {
        var result = await RunAsync(SmallCity.Columns([]), new HotspotRequest(IncidentFilter.All, HotspotUnit.Square, 200, 0));
        Assert.Equal(new Alikeness(null, null, null), result.Alikeness);
        Assert.Null(result.LocalMoranOf(result.Units[0]));
    }

    [Theory]
    [InlineData(HotspotUnit.Area, null, false, 9, "areaKind is missing")]
    [InlineData(HotspotUnit.Area, "beat", false, 9, "beat")]
    [InlineData(HotspotUnit.Square, "precinct", false, 9, "belong to unit AREA")]
    [InlineData(HotspotUnit.Area, "precinct", true, 0, "need some")]
    public async Task Misuse_is_named(HotspotUnit unit, string? kind, bool perResident, int permutations, string message) =>
        Assert.Contains(message, (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(
            SmallCity.Columns(Rows), new HotspotRequest(IncidentFilter.All, unit, Permutations: permutations, AreaKind: kind, PerResident: perResident)))).Message);

    [Fact]
    public async Task Rates_need_everyones_population_and_neighbours_four_areas()
    {
        Assert.Contains("population", (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(
            SmallCity.Columns(Rows, population: null), new HotspotRequest(IncidentFilter.All, HotspotUnit.Area, AreaKind: "precinct", PerResident: true)))).Message);
        Assert.Contains("4 or more", (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(
            SmallCity.Columns(Rows, precincts: ["P1", "P2"]), new HotspotRequest(IncidentFilter.All, HotspotUnit.Area, AreaKind: "precinct")))).Message);
    }

    private static IEnumerable<Row> Four(double x, double y, int count) => Enumerable.Range(0, count).Select(_ => new Row(Day, X: x, Y: y));

    private static async Task<HotspotResult> RunAsync(IncidentColumns columns, HotspotRequest request) =>
        (await new HotspotStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None)).Result;
}
