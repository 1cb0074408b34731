using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Forecasts;

public class LeaderboardStudyTests
{
    private const int Days = 500;
    private static readonly double[] Levels = [80, 95];
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly IncidentColumns Columns = City("v1");
    private static readonly LeaderboardRequest Request = new("precinct", SeriesStep.Day, 7, Levels, IncidentFilter.All);

    [Fact]
    public async Task Plain_models_and_best_stand_beside_each_other_without_any_run()
    {
        var table = (await Study().RunAsync(Columns, Request, AccessPolicy.Local, None)).Result;
        Assert.Equal(
            [ForecastModel.Best, ForecastModel.Naive, ForecastModel.SeasonalNaive, ForecastModel.Drift, ForecastModel.Mean],
            table.Table.Rows.Select(row => row.Model).Order());
        // P4 had no report among known days: its counts are known to be 0.
        Assert.Equal(4, table.Table.Series);
        Assert.Equal(4, table.Answers.Values.Sum());
        Assert.Empty(table.Runs);
        var mean = table.Table.Rows.Single(row => row.Model == ForecastModel.Mean);
        Assert.Equal(4, mean.Series);
        Assert.InRange(mean.Intervals[0].Observed!.Value, 0.7, 1);
    }

    [Fact]
    public async Task A_published_model_has_a_row_with_its_run_where_it_answered()
    {
        var (study, run) = await WithEtsAsync("v1");
        var result = (await study.RunAsync(Columns, Request, AccessPolicy.Local, None)).Result;
        Assert.Equal(run, result.Runs[ForecastModel.Ets]);
        Assert.Equal(4, result.Table.Rows.Single(row => row.Model == ForecastModel.Ets).Series);
        Assert.Empty(result.Outdated);
    }

    [Fact]
    public async Task A_model_published_on_older_data_is_named_but_has_no_row()
    {
        var (study, _) = await WithEtsAsync("v0");
        var result = (await study.RunAsync(Columns, Request, AccessPolicy.Local, None)).Result;
        Assert.Equal([ForecastModel.Ets], result.Outdated);
        Assert.DoesNotContain(ForecastModel.Ets, result.Table.Rows.Select(row => row.Model));
    }

    [Fact]
    public async Task The_same_table_is_not_reckoned_twice_and_another_level_is()
    {
        var study = Study();
        var (first, again) = (await study.RunAsync(Columns, Request, AccessPolicy.Local, None), await study.RunAsync(Columns, Request, AccessPolicy.Local, None));
        var city = await study.RunAsync(Columns, Request with { Kind = null }, AccessPolicy.Local, None);
        Assert.Same(first.Result, again.Result);
        Assert.NotEqual(first.Run.Id, city.Run.Id);
        Assert.Equal(1, city.Result.Table.Series);
    }

    [Fact]
    public void A_backtest_reads_back_as_it_was_written_and_tells_how_far_it_is()
    {
        var told = new List<double>();
        var request = new BacktestRequest(Request with { Kind = null }, [ForecastModel.Best, ForecastModel.Mean, ForecastModel.Theta], 3);
        var table = BacktestStudy.Run(Columns, request, null, share => { lock (told) told.Add(share); }, None);
        Assert.Equal(BacktestStudy.Write(table), BacktestStudy.Write(BacktestStudy.Read(BacktestStudy.Write(table))));
        Assert.Equal(3, table.Origins);
        Assert.Equal(1, told.Max());
        // BEST chooses among models that the table need not list.
        Assert.InRange(table.Rows.Sum(row => row.Picked), 0, 3);
    }

    [Fact]
    public void A_backtest_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var request = new BacktestRequest(Request, [ForecastModel.Theta], 3);
        Assert.ThrowsAny<OperationCanceledException>(() => BacktestStudy.Run(Columns, request, null, _ => stop.Cancel(), stop.Token));
    }

    public static TheoryData<BacktestRequest, string> Refused => new()
    {
        { new(Request, [ForecastModel.Mean], 0), "origins is 0; 1…20 are allowed." },
        { new(Request, [], 6), "models names each model once, and at least one." },
        { new(Request, [ForecastModel.Mean, ForecastModel.Mean], 6), "models names each model once, and at least one." },
        { new(Request with { Horizon = 0 }, [ForecastModel.Mean], 6), "horizon is 0; 1…366 steps of a day are allowed." },
        { new(Request with { Horizon = 300 }, [ForecastModel.Mean], 6), "The histories have 500 days; a backtest of 300 needs at least 600." },
        { new(Request with { Kind = "beat" }, [ForecastModel.Mean], 6), "There is no area kind 'beat'; there are: precinct." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Other_requests_are_refused(BacktestRequest request, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => BacktestStudy.Run(Columns, request, null, null, None)).Message);

    private static IncidentColumns City(string version)
    {
        var random = new Random(5);
        return SmallCity.Columns(Enumerable.Range(0, Days).SelectMany(day =>
            Enumerable.Repeat("P1", 2 + random.Next(6)).Concat(["P2", "P3"]).Select(area => new Row(SmallCity.Monday.AddDays(day), Area: area))), version: version);
    }

    private static LeaderboardStudy Study(MemoryForecasts? published = null, params Run[] runs)
    {
        var live = new LiveRuns();
        return new LeaderboardStudy(live, new ForecastStudy(live, new MemoryRuns(runs), published ?? new MemoryForecasts()));
    }

    private static async Task<(LeaderboardStudy Study, Run Run)> WithEtsAsync(string version)
    {
        var published = new MemoryForecasts();
        var run = RunIdentity.Of(StudyKind.Forecast, City(version), Request.Of(ForecastModel.Ets), ForecastRequest.Seed, AccessPolicy.Local).ToRun(RunState.Succeeded, DateTime.UnixEpoch);
        await new ForecastTraining(new MemoryRuns(run), published, new MemoryModels()).RunAsync(Columns, run.Id, Request.Of(ForecastModel.Ets), new TrainingLog(), None);
        return (Study(published, run), run);
    }
}
