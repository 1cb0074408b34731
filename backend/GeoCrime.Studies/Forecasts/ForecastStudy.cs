using System.Collections.Concurrent;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Forecasts;

/// <summary>Forecasts of all areas of a kind, in the order of the snapshot.</summary>
/// <param name="Answers">One an area; null where there is none, because nothing was ever reported there.</param>
public sealed record ForecastLayer(IReadOnlyList<CountSeries> History, IReadOnlyList<ForecastAnswer?> Answers);

/// <summary>An area's forecast and the run it came from.</summary>
public sealed record ForecastAnswer(StoredForecast Forecast, Run Run);

/// <summary>No stored run answers, and queries never train; <see cref="Request"/> is what would compute it.</summary>
public sealed class NotComputedException(ForecastRequest request)
    : Exception($"The {ForecastStudy.ContractName(request.Model)} forecast is not computed yet; start it with startForecast.")
{
    public ForecastRequest Request { get; } = request;
}

/// <summary>
/// Plain models are fitted when asked; the others are read from the newest run that trained them; BEST chooses area by area among the plain
/// ones and all runs on today's data.
/// </summary>
public sealed class ForecastStudy(LiveRuns live, IRuns runs, IForecasts forecasts)
{
    /// <summary>Stands for the kind, and the code, of a forecast of the whole jurisdiction.</summary>
    internal const string WholeJurisdiction = "";
    /// <summary>Models that runs train and publish.</summary>
    public static IReadOnlyList<ForecastModel> Trained { get; } =
    [
        ForecastModel.Ensemble, ForecastModel.Ets, ForecastModel.Theta, ForecastModel.Sarimax, ForecastModel.AutoSarimax, ForecastModel.Prophet, ForecastModel.NegativeBinomial,
        ForecastModel.BoostedTrees, ForecastModel.Croston, ForecastModel.Tsb, ForecastModel.Lstm, ForecastModel.LstmGlobal,
    ];

    /// <summary>Stored runs as last read; one entry a run.</summary>
    private readonly ConcurrentDictionary<string, (Run Run, string DataVersion, IReadOnlyList<ForecastAnswer?> Answers)> read = new();

    /// <summary>Models that are fitted when asked for.</summary>
    public static IReadOnlyList<ForecastModel> Plain { get; } = [ForecastModel.SeasonalNaive, ForecastModel.Mean, ForecastModel.Naive, ForecastModel.Drift];

    /// <exception cref="NotComputedException">A trained model is asked for and no run has trained it.</exception>
    /// <exception cref="ArgumentException">The request is out of range or names what the jurisdiction does not have.</exception>
    public async Task<ForecastLayer> RunAsync(IncidentColumns columns, ForecastRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Checked();
        if (Trained.Contains(request.Model))
            return await StoredAsync(columns, request, policy, cancellationToken) is { } answers
                ? new ForecastLayer(Series(columns, request, cancellationToken).Series, answers)
                : throw new NotComputedException(request);
        var layer = await PlainAsync(columns, request, policy, cancellationToken);
        if (request.Model != ForecastModel.Best)
            return layer;
        var trained = new List<(ForecastModel Model, IReadOnlyList<ForecastAnswer?> Answers)>();
        foreach (var model in Trained)
            if (await StoredAsync(columns, request with { Model = model }, policy, cancellationToken) is { } answers)
                trained.Add((model, answers));
        return trained.Count == 0 ? layer : layer with
        {
            Answers = [.. layer.Answers.Select((plain, area) => Best(layer.History[area], plain, trained.Select(each => (each.Model, each.Answers[area])), columns.DataVersion))],
        };
    }

    /// <summary>The model's name in the contract.</summary>
    public static string ContractName(ForecastModel model) =>
        string.Concat(model.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));

    private async Task<ForecastLayer> PlainAsync(IncidentColumns columns, ForecastRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var identity = RunIdentity.Of(StudyKind.Forecast, columns, request, ForecastRequest.Seed, policy);
        var run = await live.GetAsync(identity, token =>
        {
            var (series, _) = Series(columns, request, token);
            var options = new AreaForecastOptions { Model = request.Model, Horizon = request.Horizon, Candidates = Plain, Seed = ForecastRequest.Seed };
            var results = new StoredForecast?[series.Count];
            Parallel.For(0, series.Count, new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = Environment.ProcessorCount },
                area => results[area] = series[area].Known == 0 ? null : StoredForecast.Of(AreaForecaster.Run(series[area], options, null, token)));
            return new PlainResult(series, results);
        }, cancellationToken);
        return new ForecastLayer(run.Result.History, [.. run.Result.Forecasts.Select(forecast => forecast is null ? null : new ForecastAnswer(forecast, run.Run))]);
    }

    /// <summary>What the newest run of a model published, in the order of the snapshot; null where none has.</summary>
    public async Task<IReadOnlyList<ForecastAnswer?>?> StoredAsync(IncidentColumns columns, ForecastRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var parameters = RunIdentity.Write(request);
        var run = await runs.NewestAsync(columns.Jurisdiction.Code, StudyKind.Forecast, parameters, policy, cancellationToken);
        if (run is null)
            return null;
        // A run publishes area by area and its progress tells how many: until then, what was read of it still holds.
        var key = $"{run.Id} {policy.Name}";
        if (read.TryGetValue(key, out var known) && known.Run == run && known.DataVersion == columns.DataVersion)
            return known.Answers;
        var results = await forecasts.LoadAsync(run.Id, request.Kind ?? WholeJurisdiction, policy, cancellationToken);
        ForecastAnswer?[] answers = [.. Codes(columns, request.Kind).Select(code => results.TryGetValue(code, out var json) ? new ForecastAnswer(StoredForecast.Read(json), run) : null)];
        read[key] = (run, columns.DataVersion, answers);
        return answers;
    }

    /// <summary>
    /// The ensemble where a run published one, unless another is surely better; without it, the lowest MASE. A forecast that was trained on
    /// older data, or that another model answered for, is shown when asked for by name, but is not the best.
    /// </summary>
    private static ForecastAnswer? Best(CountSeries history, ForecastAnswer? plain, IEnumerable<(ForecastModel Model, ForecastAnswer? Answer)> trained, string dataVersion)
    {
        ForecastAnswer[] able = [.. trained
            .Where(each => each.Answer is { Forecast.Scorecard.Mase: not null } answer && answer.Forecast.Model == each.Model && answer.Run.DatasetVersion == dataVersion)
            .Select(each => each.Answer!)];
        if (plain is null || able.Length == 0)
            return plain;
        if (Array.Find(able, answer => answer.Forecast.Model == ForecastModel.Ensemble) is not { } ensemble)
            return able.Append(plain).MinBy(answer => answer.Forecast.Scorecard.Mase ?? double.PositiveInfinity);
        var comparable = able.Append(plain).Where(answer => answer.Forecast.Backtest.Origins.SequenceEqual(ensemble.Forecast.Backtest.Origins)).ToArray();
        var chosen = BestModel.Of(history, comparable.ToDictionary(answer => answer.Forecast.Model, answer => answer.Forecast.Backtest));
        return comparable.First(answer => answer.Forecast.Model == chosen);
    }

    internal static (IReadOnlyList<CountSeries> Series, string Kind) Series(IncidentColumns columns, ForecastRequest request, CancellationToken cancellationToken) =>
        (CountSeriesBuilder.Build(RowFilter.Apply(columns, request.Filter, cancellationToken), request.Kind, request.Step), request.Kind ?? WholeJurisdiction);

    internal static IReadOnlyList<string> Codes(IncidentColumns columns, string? kind) =>
        kind is null ? [WholeJurisdiction] : [.. columns.AreaKinds[columns.KindNumber(kind)].Areas.Select(area => area.Code)];

    private sealed record PlainResult(IReadOnlyList<CountSeries> History, IReadOnlyList<StoredForecast?> Forecasts);
}
