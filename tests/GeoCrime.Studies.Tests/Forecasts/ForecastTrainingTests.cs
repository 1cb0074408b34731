using System.Text.Json;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Forecasts;

public class ForecastTrainingTests
{
    private const int Days = 300;
    private const int Older = 400;
    private static readonly CancellationToken None = CancellationToken.None;

    // P1 has 1…3 reports a day, P2 has 2, P3 up to 4, P4 none ever.
    private static readonly IncidentColumns Columns = City(Days);

    private readonly MemoryForecasts published = new();
    private readonly MemoryModels models = new();

    [Fact]
    public async Task Trees_of_all_areas_are_published_for_each_and_a_refusal_is_answered_by_the_mean()
    {
        await TrainAsync(Request(ForecastModel.BoostedTrees));
        // 300 days are too few for the trees, which say so.
        Assert.All(published.Saved, saved => Assert.Equal(ForecastModel.Mean, StoredForecast.Read(saved.Result).Model));
        Assert.Contains("boosted trees need a history of 454 steps", string.Join(' ', StoredForecast.Read(published.Saved[0].Result).Remarks));
    }

    [Fact]
    public async Task The_network_of_all_areas_is_trained_once_published_for_each_and_kept_as_a_file()
    {
        var log = new TrainingLog();
        var json = await TrainAsync(Request(ForecastModel.LstmGlobal), log: log);
        var metrics = TrainingMetrics.Read(json)!;
        Assert.Equal(published.Saved.Count, AreasOf(json));
        Assert.All(published.Saved, saved => Assert.Equal(ForecastModel.LstmGlobal, StoredForecast.Read(saved.Result).Model));
        var file = GlobalLstmFile.FromBytes(models.Files[("run", "precinct", "")]);
        Assert.Equal((Columns.Jurisdiction.Code, "P1 P2 P3 P4"), (file.Place, string.Join(' ', file.AreaNames)));
        Assert.Equal(Columns.DataVersion, TensorFile.FromBytes(models.Files[("run", "precinct", "")]).Text("data_version"));
        Assert.Equal(1, log.Share);
        Assert.Equal((true, "Serves: no network served before."), (metrics.Serves, metrics.Verdict));
        Assert.Equal((4, 4 * Days), (metrics.Card!.Areas, metrics.Card.KnownCounts));
        Assert.All(metrics.Curves, curve => Assert.InRange(curve.Points.Count, 1, 12));
        Assert.Contains($"{Days} steps, network 3", metrics.Curves.Select(curve => curve.Training));
        Assert.InRange(metrics.Card.Score!.Mase, 0.3, 1.5);
    }

    [Fact]
    public async Task Training_publishes_area_by_area_and_says_how_far_it_is()
    {
        var log = new TrainingLog();
        var metrics = await TrainAsync(Request(ForecastModel.Mean), log: log);
        Assert.Equal(["P1", "P2", "P3", "P4"], published.Saved.Select(saved => saved.Code));
        Assert.Equal((4, 1.0), (AreasOf(metrics), log.Share));
        Assert.Null(TrainingMetrics.Read(metrics));
    }

    [Fact]
    public async Task Areas_that_an_interrupted_run_published_are_kept_and_counted()
    {
        await TrainAsync(Request(ForecastModel.Mean), "other run");
        var kept = published.Saved.Single(saved => saved.Code == "P2").Result;
        published.Saved.Clear();
        published.Saved.Add(("run", "precinct", "P2", kept));
        Assert.Equal(4, AreasOf(await TrainAsync(Request(ForecastModel.Mean))));
        Assert.Equal(["P2", "P1", "P3", "P4"], published.Saved.Select(saved => saved.Code));
    }

    [Fact]
    public async Task Areas_that_another_model_answers_for_are_not_counted()
    {
        // Forty days are too few for the network.
        Assert.Equal(0, AreasOf(await TrainAsync(Request(ForecastModel.Lstm), columns: City(40))));
        Assert.Equal(ForecastModel.Mean, StoredForecast.Read(published.Saved[0].Result).Model);
        Assert.Equal(0, AreasOf(await TrainAsync(Request(ForecastModel.Lstm), columns: City(40))));
    }

    [Fact]
    public async Task A_run_that_was_cancelled_stops_between_areas_and_keeps_what_it_published()
    {
        using var stop = new CancellationTokenSource();
        published.OnSave = () =>
        {
            if (published.Saved.Count == 2)
                stop.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TrainAsync(Request(ForecastModel.Mean), cancellation: stop.Token));
        Assert.Equal(["P1", "P2"], published.Saved.Select(saved => saved.Code));
    }

    [Theory]
    [InlineData(ForecastModel.Lstm, 3)]
    [InlineData(ForecastModel.LstmGlobal, 5)]
    public async Task A_run_that_a_stop_interrupts_goes_on_from_its_checkpoints_to_the_same_bytes(ForecastModel model, int epochs)
    {
        var request = Request(model) with { Training = new TrainingChoice(2, 4) };
        var once = await TrainAsync(request, "once");
        using var stop = new CancellationTokenSource();
        var first = new TrainingLog();
        first.EpochKept += () =>
        {
            if (first.Curves.Sum(curve => curve.Points.Count) == epochs)
                stop.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TrainAsync(request, "twice", first, cancellation: stop.Token));
        foreach (var (training, checkpoint) in first.TakeUnwritten())
            await models.KeepAsync("twice", training, checkpoint.ToBytes(), None);
        Assert.NotEmpty(models.Checkpoints);

        var second = new TrainingLog(await models.CheckpointsAsync("twice", None), first.Curves);
        var resumed = await TrainAsync(request, "twice", second);

        Assert.Equal(once, resumed);
        foreach (var (key, file) in models.Files.Where(each => each.Key.Run == "once"))
            Assert.Equal(file, models.Files[("twice", key.Kind, key.Code)]);
        Assert.Equal(
            published.Saved.Where(saved => saved.Run == "once").Select(saved => (saved.Code, saved.Result)), published.Saved.Where(saved => saved.Run == "twice").Select(saved => (saved.Code, saved.Result)));
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(1.0, true)]
    [InlineData(3.0, true)]
    public async Task A_network_serves_unless_the_one_before_was_better_at_the_same_origins(double errors, bool serves)
    {
        var request = Request(ForecastModel.LstmGlobal);
        var champion = await ChampionAsync(request, errors);
        // Ten days later the network's own origins are others.
        var challenger = TrainingMetrics.Read(await TrainAsync(request with { Training = new TrainingChoice(null, 2) }, "challenger", columns: City(Older + 10), ledger: champion))!;
        Assert.Equal(serves, challenger.Serves);
        // P2 and P4 never change, which leaves their errors without a scale.
        Assert.Equal(("champion", 2), (challenger.Contest!.Published, challenger.Contest.Areas));
        Assert.InRange(challenger.Contest.Origins, ModelContest.LeastOrigins, 24);
        Assert.StartsWith(serves ? "Serves: at the same " : "Does not serve: at the same ", challenger.Verdict);
        Assert.Contains(serves ? "that of run champion, which served before, " : "which goes on serving", challenger.Verdict);
    }

    [Fact]
    public async Task A_run_before_that_says_not_from_which_day_it_learnt_is_not_compared()
    {
        var request = Request(ForecastModel.LstmGlobal);
        var ledger = await ChampionAsync(request, 0.5, withMetrics: false);
        var challenger = TrainingMetrics.Read(await TrainAsync(request, "challenger", ledger: ledger))!;
        Assert.Null(challenger.Contest);
        Assert.Equal((true, "Serves: it has fewer than 5 past origins in common with run champion, which served before; they cannot be compared."), (challenger.Serves, challenger.Verdict));
    }

    [Theory]
    [InlineData(ForecastModel.Lstm, 0, "epochs is 0; 1…100 are allowed.")]
    [InlineData(ForecastModel.Lstm, 101, "epochs is 101; 1…100 are allowed.")]
    [InlineData(ForecastModel.Ets, 5, "ETS has neither epochs nor seed; LSTM and LSTM_GLOBAL have.")]
    public void Trainings_out_of_range_are_refused(ForecastModel model, int epochs, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => (Request(model) with { Training = new TrainingChoice(epochs, null) }).Checked()).Message);

    private static int AreasOf(string metrics) => JsonDocument.Parse(metrics).RootElement.GetProperty("areasTrained").GetInt32();

    private static IncidentColumns City(int days) => SmallCity.Columns(Enumerable.Range(0, days).SelectMany(day =>
        Enumerable.Repeat("P1", 1 + (day * day % 3)).Concat(["P2", "P2", .. Enumerable.Repeat("P3", day % 5)]).Select(area => new Row(SmallCity.Monday.AddDays(day), Area: area))));

    private static ForecastRequest Request(ForecastModel model) => new("precinct", model, SeriesStep.Day, 7, IncidentFilter.All);

    private Task<string> TrainAsync(
        ForecastRequest request, string run = "run", TrainingLog? log = null, IncidentColumns? columns = null, IRuns? ledger = null, CancellationToken cancellation = default) =>
        new ForecastTraining(ledger ?? new MemoryRuns(), published, models).RunAsync(columns ?? Columns, run, request, log ?? new TrainingLog(), cancellation);

    /// <summary>A ledger with a run whose network erred so many times as much as a real one did.</summary>
    private async Task<MemoryRuns> ChampionAsync(ForecastRequest request, double errors, bool withMetrics = true)
    {
        var metrics = await TrainAsync(request, "champion", columns: City(Older));
        for (var i = 0; i < published.Saved.Count; i++)
        {
            var (run, kind, code, result) = published.Saved[i];
            var forecast = StoredForecast.Read(result);
            var past = forecast.Backtest;
            double[][] paths = [.. past.Forecasts.Select((path, o) => path.Select((value, h) => past.Actuals[o][h] + errors * (value - past.Actuals[o][h])).ToArray())];
            published.Saved[i] = (run, kind, code, (forecast with { Backtest = new(past.Origins, paths, past.Actuals, past.Fitted) }).Write());
        }
        var identity = RunIdentity.Of(StudyKind.Forecast, Columns, request, ForecastRequest.Seed, AccessPolicy.Local);
        return new MemoryRuns(identity.ToRun(RunState.Succeeded, DateTime.UnixEpoch) with { Id = "champion", Metrics = withMetrics ? metrics : null });
    }
}
