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
