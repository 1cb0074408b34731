using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Forecasts;

public class ForecastStudyTests
{
    private const int Days = 300;
    private static readonly CancellationToken None = CancellationToken.None;

    // P1 has 1…3 reports a day, P2 has 2, P3 one, P4 none ever.
    private static readonly IncidentColumns Columns = SmallCity.Columns(Enumerable.Range(0, Days).SelectMany(day =>
        Enumerable.Repeat("P1", 1 + (day * day % 3)).Concat(["P2", "P2", "P3"]).Select(area => new Row(SmallCity.Monday.AddDays(day), Area: area))));

    [Fact]
    public async Task A_plain_model_is_fitted_when_asked()
    {
        var layer = await Study().RunAsync(Columns, Request(ForecastModel.Mean), AccessPolicy.Local, None);
        var forecast = layer.Answers[1]!.Forecast;
        Assert.Equal(ForecastModel.Mean, forecast.Model);
        Assert.Equal(SmallCity.Monday.AddDays(Days), forecast.Start);
        Assert.Equal([2.0, 2, 2, 2, 2, 2, 2], forecast.Path);
        Assert.Equal((StudyKind.Forecast, ForecastRequest.Seed), (layer.Answers[1]!.Run.Study, layer.Answers[1]!.Run.Seed));
    }

    [Fact]
    public async Task Where_nothing_was_ever_reported_there_is_no_answer()
    {
        var columns = SmallCity.Columns([new(SmallCity.Monday.AddDays(-1)), .. Enumerable.Range(0, 60).Select(day => new Row(SmallCity.Monday.AddDays(2 * day)))], SmallCity.Monday.AddDays(-2));
        var layer = await Study().RunAsync(columns, Request(ForecastModel.Mean), AccessPolicy.Local, None);
        Assert.Equal(4, layer.History.Count);
        Assert.All(layer.Answers, Assert.Null);
    }

    [Fact]
    public async Task An_area_that_had_no_report_among_known_days_is_forecast_as_none()
    {
        var layer = await Study().RunAsync(Columns, Request(ForecastModel.Mean), AccessPolicy.Local, None);
        Assert.All(layer.Answers[3]!.Forecast.Path, mean => Assert.Equal(0, mean));
    }

    [Fact]
    public async Task The_Lstm_that_no_run_trained_is_not_computed()
    {
        var error = await Assert.ThrowsAsync<NotComputedException>(() => Study().RunAsync(Columns, Request(ForecastModel.Lstm), AccessPolicy.Local, None));
        Assert.Equal("The LSTM forecast is not computed yet; start it with startForecast.", error.Message);
        Assert.Equal(Request(ForecastModel.Lstm), error.Request);
    }

    [Fact]
    public async Task The_Lstm_is_read_from_the_run_that_trained_it_however_old_its_data()
    {
        var (study, run) = await TrainedAsync(mase: 0.1, dataVersion: "v0");
        var layer = await study.RunAsync(Columns, Request(ForecastModel.Lstm), AccessPolicy.Local, None);
        Assert.Equal(run, layer.Answers[0]!.Run);
        Assert.Equal([7.0, 7, 7, 7, 7, 7, 7], layer.Answers[0]!.Forecast.Path);
        Assert.Null(layer.Answers[1]);
    }

    [Theory]
    [InlineData(0.01, "v1", ForecastModel.Lstm)]
    [InlineData(99.0, "v1", ForecastModel.SeasonalNaive)]
    [InlineData(null, "v1", ForecastModel.SeasonalNaive)]
    [InlineData(0.01, "v0", ForecastModel.SeasonalNaive)]
    public async Task Best_is_the_better_of_both_on_the_same_data(double? mase, string dataVersion, ForecastModel expected)
    {
        var (study, _) = await TrainedAsync(mase, dataVersion);
        var answers = (await study.RunAsync(Columns, Request(ForecastModel.Best), AccessPolicy.Local, None)).Answers;
        Assert.Equal(expected == ForecastModel.Lstm, answers[0]!.Forecast.Model == ForecastModel.Lstm);
        // The run trained P1 alone.
        Assert.NotEqual(ForecastModel.Lstm, answers[1]!.Forecast.Model);
    }

    [Fact]
    public async Task A_plain_model_that_answered_for_the_Lstm_is_not_the_best()
    {
        var (study, _) = await TrainedAsync(0.01, "v1", answered: ForecastModel.Mean);
        var answer = (await study.RunAsync(Columns, Request(ForecastModel.Best), AccessPolicy.Local, None)).Answers[0]!;
        Assert.NotEqual(7, answer.Forecast.Path[0]);
    }

    [Fact]
    public async Task Best_is_the_published_ensemble_where_no_plain_model_is_surely_better()
    {
        var random = new Random(1);
        var columns = SmallCity.Columns(Enumerable.Range(0, Days).SelectMany(day => Enumerable.Repeat(new Row(SmallCity.Monday.AddDays(day), Area: "P1"), 2 + random.Next(9))));
        var published = new MemoryForecasts();
        var identity = RunIdentity.Of(StudyKind.Forecast, columns, Request(ForecastModel.Ensemble), ForecastRequest.Seed, AccessPolicy.Local);
        var run = identity.ToRun(RunState.Succeeded, DateTime.UnixEpoch);
        await new ForecastTraining(new MemoryRuns(), published, new MemoryModels()).RunAsync(columns, run.Id, Request(ForecastModel.Ensemble), new TrainingLog(), None);
        var best = (await Study(published, run).RunAsync(columns, Request(ForecastModel.Best), AccessPolicy.Local, None)).Answers[0]!;
        Assert.Equal((ForecastModel.Ensemble, run), (best.Forecast.Model, best.Run));
        var named = await Study(published, run).RunAsync(columns, Request(ForecastModel.Ensemble), AccessPolicy.Local, None);
        Assert.Equal(best.Forecast.Path, named.Answers[0]!.Forecast.Path);
    }

    [Fact]
    public async Task A_run_of_other_parameters_does_not_answer()
    {
        var (study, _) = await TrainedAsync(0.01, "v1");
        await Assert.ThrowsAsync<NotComputedException>(() => study.RunAsync(Columns, Request(ForecastModel.Lstm) with { Horizon = 8 }, AccessPolicy.Local, None));
    }

    [Fact]
    public async Task The_whole_jurisdiction_is_one_series_of_its_own()
    {
        var published = new MemoryForecasts();
        await new ForecastTraining(new MemoryRuns(), published, new MemoryModels()).RunAsync(Columns, "run", Request(ForecastModel.Mean) with { Kind = null }, new TrainingLog(), None);
        Assert.Equal(("run", "", ""), (published.Saved.Single().Run, published.Saved.Single().Kind, published.Saved.Single().Code));
        var layer = await Study().RunAsync(Columns, Request(ForecastModel.Naive) with { Kind = null }, AccessPolicy.Local, None);
        Assert.Equal(Columns.Chunks[0].Day.Count(day => day == SmallCity.Monday.AddDays(Days - 1).DayNumber), layer.Answers.Single()!.Forecast.Path[0]);
    }

    [Fact]
    public async Task A_forecast_reads_back_as_it_was_published()
    {
        var fitted = (await Study().RunAsync(Columns, Request(ForecastModel.Mean), AccessPolicy.Local, None)).Answers[0]!.Forecast;
        var (origins, forecasts, actuals, steps) = fitted.Backtest;
        actuals[0][0] = double.NaN;
        var forecast = fitted with { Backtest = new Backtest(origins, forecasts, actuals, steps) };
        var back = StoredForecast.Read(forecast.Write());
        Assert.Equal(forecast.Write(), back.Write());
        Assert.Equal(forecast.Path, back.Path);
        Assert.Equal(forecast.Scorecard.Mase, back.Scorecard.Mase);
        Assert.True(double.IsNaN(back.Backtest.Errors[0][0]));
        Assert.Equal(forecast.Backtest.Errors[^1], back.Backtest.Errors[^1]);
    }

    public static TheoryData<ForecastRequest, string> Refused => new()
    {
        { Request(ForecastModel.Mean) with { Horizon = 0 }, "horizon is 0; 1…366 steps of a day are allowed." },
        { Request(ForecastModel.Mean) with { Horizon = 367 }, "horizon is 367; 1…366 steps of a day are allowed." },
        { Request(ForecastModel.Mean) with { Step = SeriesStep.Week, Horizon = 53 }, "horizon is 53; 1…52 steps of a week are allowed." },
        { Request(ForecastModel.Mean) with { Step = SeriesStep.Month, Horizon = 13 }, "horizon is 13; 1…12 steps of a month are allowed." },
        { Request(ForecastModel.Mean) with { Filter = new IncidentFilter(From: SmallCity.Monday) }, "A forecast uses the whole history: leave filter.from and filter.to out." },
        { Request(ForecastModel.Mean) with { Kind = "beat" }, "There is no area kind 'beat'; there are: precinct." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Other_requests_are_refused(ForecastRequest request, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<ArgumentException>(() => Study().RunAsync(Columns, request, AccessPolicy.Local, None))).Message);

    private static ForecastRequest Request(ForecastModel model) => new("precinct", model, SeriesStep.Day, 7, IncidentFilter.All);

    private static ForecastStudy Study(MemoryForecasts? published = null, params Run[] runs) => new(new LiveRuns(), new MemoryRuns(runs), published ?? new MemoryForecasts());

    /// <summary>A study whose ledger has a run that trained the LSTM of P1, which forecasts 7 a day.</summary>
    private static async Task<(ForecastStudy Study, Run Run)> TrainedAsync(double? mase, string dataVersion, ForecastModel answered = ForecastModel.Lstm)
    {
        var plain = (await Study().RunAsync(Columns, Request(ForecastModel.Mean), AccessPolicy.Local, None)).Answers[0]!.Forecast;
        var trained = plain with { Model = answered, Path = [7, 7, 7, 7, 7, 7, 7], Scorecard = plain.Scorecard with { Mase = mase } };
        var identity = RunIdentity.Of(StudyKind.Forecast, Columns, Request(ForecastModel.Lstm), ForecastRequest.Seed, AccessPolicy.Local) with { DataVersion = dataVersion };
        var published = new MemoryForecasts();
        published.Saved.Add((identity.Id, "precinct", "P1", trained.Write()));
        var run = identity.ToRun(RunState.Succeeded, DateTime.UnixEpoch);
        return (Study(published, run), run);
    }
}
