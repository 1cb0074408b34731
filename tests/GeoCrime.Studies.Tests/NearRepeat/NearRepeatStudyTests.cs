using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;
using GeoCrime.Studies.NearRepeat;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Tests.Hotspots;

namespace GeoCrime.Studies.Tests.NearRepeat;

public class NearRepeatStudyTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public void Rows_are_compared_in_metres_and_local_days_and_those_without_a_position_are_not()
    {
        // 30 m and 40 m apart along the axes: 70 m around the corner, 50 m as the crow flies; 5 days.
        var columns = SmallCity.Columns([new(Day), new(Day.AddDays(5), X: 530, Y: 540), new(Day.AddDays(5), X: null, Y: null)]);
        long[] Pairs(DistanceMetric metric) => [.. Run(columns, Request(metric)).Bands.Select(band => band.Pairs)];
        Assert.Equal([0, 0, 0, 0, 0, 1], Pairs(DistanceMetric.Manhattan));
        Assert.Equal([0, 0, 0, 1, 0, 0], Pairs(DistanceMetric.Euclidean));
        Assert.Equal(2, Run(columns, Request(DistanceMetric.Euclidean)).Events);
    }

    [Fact]
    public void Risk_is_highest_where_the_newest_report_was_and_ends_at_the_last_band()
    {
        var columns = SmallCity.Columns([new(Day, X: 1550, Y: 1550), new(Day.AddDays(20), X: 550, Y: 550)]);
        var result = Run(columns, Request(DistanceMetric.Euclidean));
        Assert.Equal(Day.AddDays(21), result.AsOf);
        Assert.Equal(result.Grid.UnitAt(SmallCity.West + 550, SmallCity.South + 550), result.Zones[0].Number);
        // One day old, at the cell's centre: 1/(1 + 1/7).
        Assert.Equal(7 / 8.0, result.Zones[0].Risk, 1e-9);
        // The other is 21 days old, beyond the last band of 14.
        Assert.DoesNotContain(result.Zones, zone => zone.Number == result.Grid.UnitAt(SmallCity.West + 1550, SmallCity.South + 1550));
        Assert.All(result.Zones, zone => Assert.True(zone.Risk > 0));
    }

    /// <summary>Each planted burglary brings 0.25 more within 200 m and 14 days, 5 days later on average.</summary>
    [Fact]
    public void The_contagion_planted_in_the_sample_city_is_found_and_fades()
    {
        var filter = new IncidentFilter(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1), ["burglary"]);
        var bands = Run(SampleCityColumns.All, new NearRepeatRequest(filter, [100, 200, 400, 800], [7, 14, 28, 56], DistanceMetric.Euclidean, 99)).Bands;
        Assert.All(new[] { bands[0], bands[4] }, band => Assert.True(band.P == 0.01 && band.Ratio > 1.2, $"{band}"));
        Assert.True(bands[0].Ratio > bands[2].Ratio && bands[0].Ratio > bands[12].Ratio, string.Join("\n", bands));
    }

    [Fact]
    public void No_reports_have_neither_pairs_nor_risk()
    {
        var result = Run(SmallCity.Columns([new(Day)]), Request(DistanceMetric.Euclidean) with { Filter = new IncidentFilter(Categories: ["drugs"]) });
        Assert.All(result.Bands, band => Assert.Equal(0, band.Pairs));
        Assert.Empty(result.Zones);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var usual = Request(DistanceMetric.Euclidean);
        string Message(NearRepeatRequest request) => Assert.ThrowsAny<ArgumentException>(() => Run(SmallCity.Columns([new(Day)]), request)).Message;
        Assert.Equal("There are 0 distance and 2 time bands; 1…20 of each are allowed.", Message(usual with { Metres = [] }));
        Assert.Equal("The last bands end at 0 m and 14 days; up to 5000 m and 366 days are allowed.", Message(usual with { Metres = [0] }));
        Assert.Equal("permutations is 0; 1…9999 is allowed.", Message(usual with { Permutations = 0 }));
        Assert.Equal("cellMetres is 10; 50…5000 is allowed.", Message(usual with { CellMetres = 10 }));
        Assert.StartsWith("Limit 2 is 10", Message(usual with { Metres = [50, 10] }), StringComparison.Ordinal);
    }

    private static NearRepeatRequest Request(DistanceMetric metric) => new(IncidentFilter.All, [0, 60, 250], [1, 14], metric, 9);

    private static NearRepeatResult Run(IncidentColumns columns, NearRepeatRequest request) =>
        new NearRepeatStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;
}
