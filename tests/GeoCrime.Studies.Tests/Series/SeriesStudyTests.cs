using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Tests.Series;

public class SeriesStudyTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    // Two reports a day in P1, five on Saturdays.
    private static readonly IncidentColumns Columns = SmallCity.Columns(Enumerable.Range(0, 140).SelectMany(day =>
        Enumerable.Repeat(new Row(SmallCity.Monday.AddDays(day), Area: "P1"), day % 7 == 5 ? 5 : 2)));

    [Theory]
    [InlineData(DecompositionMethod.Additive)]
    [InlineData(DecompositionMethod.Stl)]
    public async Task Saturdays_are_the_season(DecompositionMethod method)
    {
        var result = (await new DecompositionStudy(new LiveRuns()).RunAsync(Columns, Request("P1"), method, AccessPolicy.Local, None)).Result;
        Assert.Equal(3 - 3 / 7.0, result.Parts.Seasonal[5], 0.01);
        Assert.Equal(-3 / 7.0, result.Parts.Seasonal[6], 0.01);
    }

    [Fact]
    public async Task Week_and_year_of_days_add_up_to_the_season()
    {
        // Three years: two reports a day, three more on Saturdays, four more in the first month of each year.
        var columns = SmallCity.Columns(Enumerable.Range(0, 3 * 365).SelectMany(day =>
            Enumerable.Repeat(new Row(SmallCity.Monday.AddDays(day), Area: "P1"), 2 + (day % 7 == 5 ? 3 : 0) + (day % 365 < 30 ? 4 : 0))));
        var result = (await new DecompositionStudy(new LiveRuns()).RunAsync(columns, Request("P1"), DecompositionMethod.Mstl, AccessPolicy.Local, None)).Result;
        Assert.Equal([7, 365], result.Seasons.Select(season => season.Steps));
        for (var i = 0; i < result.Series.Length; i += 50)
        {
            Assert.Equal(result.Parts.Seasonal[i], result.Seasons.Sum(season => season.Values[i]), 1e-9);
            Assert.Equal(result.Series.Values[i], result.Parts.Trend[i] + result.Parts.Seasonal[i] + result.Parts.Remainder[i], 1e-9);
        }
        Assert.All(result.Seasons, season => Assert.True(season.Strength > 0.8, $"season of {season.Steps}: {season.Strength}"));
        // A Saturday of spring beside the day after it.
        Assert.Equal(3, result.Seasons[0].Values[103] - result.Seasons[0].Values[104], 0.3);
    }

    [Fact]
    public async Task Gaps_outliers_and_shifts_are_reported()
    {
        // Ten a day, from day 200 on twenty; day 100 has ninety; days 150 to 152 have none in the whole city.
        var columns = SmallCity.Columns(Enumerable.Range(0, 400).Where(day => day is < 150 or > 152).SelectMany(day =>
            Enumerable.Repeat(new Row(SmallCity.Monday.AddDays(day), Area: "P1"), day == 100 ? 90 : day < 200 ? 10 : 20)));
        var found = (await new DefectsStudy(new LiveRuns()).RunAsync(columns, Request("P1"), AccessPolicy.Local, None)).Result;
        Assert.Equal(3, found.Completeness.LongestGap);
        Assert.Equal(3, found.Completeness.Steps - found.Completeness.Known);
        Assert.Equal(SmallCity.Monday.AddDays(100), Assert.Single(found.Outliers).Start);
        var shift = Assert.Single(found.Shifts);
        Assert.Equal(200, shift.Index);
        Assert.Equal(10, shift.Before, 1.0);
        Assert.Equal(20, shift.After, 1.0);
    }

    [Fact]
    public async Task Factors_have_no_strengths()
    {
        var result = (await new DecompositionStudy(new LiveRuns()).RunAsync(Columns, Request("P1"), DecompositionMethod.Multiplicative, AccessPolicy.Local, None)).Result;
        Assert.Null(result.SeasonalStrength);
        Assert.True(result.Parts.Seasonal[5] > 1.5);
    }

    [Fact]
    public async Task A_week_shows_in_the_correlations_of_the_whole_jurisdiction()
    {
        var result = (await new DiagnosticsStudy(new LiveRuns()).RunAsync(Columns, new SeriesRequest(null, null, SeriesStep.Day, IncidentFilter.All), 20, AccessPolicy.Local, None)).Result;
        Assert.Equal(21, result.Acf.Length);
        Assert.True(result.Acf[7] > 0.8);
    }

    [Fact]
    public async Task Misuse_is_refused()
    {
        Task<ArgumentException> Refused(Func<Task> run) => Assert.ThrowsAsync<ArgumentException>(run);
        var decomposition = new DecompositionStudy(new LiveRuns());
        Assert.Contains("There is no precinct 'P9'", (await Refused(() => decomposition.RunAsync(Columns, Request("P9"), DecompositionMethod.Stl, AccessPolicy.Local, None))).Message);
        Assert.Contains("stand together", (await Refused(() => decomposition.RunAsync(Columns, Request(null), DecompositionMethod.Stl, AccessPolicy.Local, None))).Message);
        Assert.Contains("lags is 0", (await Refused(() => new DiagnosticsStudy(new LiveRuns()).RunAsync(Columns, Request("P1"), 0, AccessPolicy.Local, None))).Message);
        Assert.Contains("30 steps in a row", (await Refused(() => new DiagnosticsStudy(new LiveRuns()).RunAsync(Columns, Request("P2"), 10, AccessPolicy.Local, None))).Message);
    }

    private static SeriesRequest Request(string? code) => new("precinct", code, SeriesStep.Day, IncidentFilter.All);
}
