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
    : Exception($"The {request.Model.ToString().ToUpperInvariant()} forecast is not computed yet; start it with startForecast.")
{
    public ForecastRequest Request { get; } = request;
}

/// <summary>Plain models are fitted when asked; the LSTM is read from the newest run that trained it; BEST takes the better of both, area by area.</summary>
public sealed class ForecastStudy(LiveRuns live, IRuns runs, IForecasts forecasts)
{
    /// <summary>Stands for the kind, and the code, of a forecast of the whole jurisdiction.</summary>
    private const string WholeJurisdiction = "";
    private static readonly ForecastModel[] Plain = [ForecastModel.SeasonalNaive, ForecastModel.Mean, ForecastModel.Naive, ForecastModel.Drift];

    /// <exception cref="NotComputedException">The LSTM is asked for and no run has trained it.</exception>
    /// <exception cref="ArgumentException">The request is out of range or names what the jurisdiction does not have.</exception>
    public async Task<ForecastLayer> RunAsync(IncidentColumns columns, ForecastRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Checked();
        if (request.Model == ForecastModel.Lstm)
            return await StoredAsync(columns, request, policy, cancellationToken) ?? throw new NotComputedException(request);
        var layer = await PlainAsync(columns, request, policy, cancellationToken);
        if (request.Model != ForecastModel.Best)
            return layer;
        var trained = await StoredAsync(columns, request with { Model = ForecastModel.Lstm }, policy, cancellationToken);
        return trained is null ? layer : layer with { Answers = [.. layer.Answers.Zip(trained.Answers, (plain, lstm) => Better(plain, lstm, columns.DataVersion))] };
    }

    /// <summary>Trains and publishes, area by area; areas that an interrupted run already published are kept.</summary>
    /// <param name="progress">Told the share done after each area; answers whether to go on.</param>
    /// <returns>How many areas have a forecast of the model asked for, those published before included.</returns>
    /// <exception cref="OperationCanceledException">Asked for, or <paramref name="progress"/> answered false; published areas stay.</exception>
    public async Task<int> TrainAsync(IncidentColumns columns, string runId, ForecastRequest request, Func<double, Task<bool>> progress, CancellationToken cancellationToken)
    {
        var (series, kind) = Series(columns, request, cancellationToken);
        var names = Codes(columns, request.Kind);
        var done = await forecasts.LoadAsync(runId, kind, AccessPolicy.Local, cancellationToken);
        var answered = 0;
        for (var area = 0; area < series.Count; area++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (done.TryGetValue(names[area], out var published))
            {
                answered += IsAnswer(StoredForecast.Read(published).Model) ? 1 : 0;
            }
            else if (series[area].Known > 0)
            {
                var options = new AreaForecastOptions { Model = request.Model, Horizon = request.Horizon, Seed = ForecastRequest.Seed };
                var forecast = AreaForecaster.Run(series[area], options, null, cancellationToken);
                answered += IsAnswer(forecast.Model) ? 1 : 0;
                await forecasts.SaveAsync(runId, kind, names[area], StoredForecast.Of(forecast).Write(), forecast.ModelBytes, cancellationToken);
            }
            if (!await progress((area + 1.0) / series.Count))
                throw new OperationCanceledException("The run was cancelled.");
        }
        return answered;

        bool IsAnswer(ForecastModel model) => model == request.Model || request.Model == ForecastModel.Best;
    }

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

    private async Task<ForecastLayer?> StoredAsync(IncidentColumns columns, ForecastRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var parameters = RunIdentity.Write(request);
        var run = await runs.NewestAsync(columns.Jurisdiction.Code, StudyKind.Forecast, parameters, policy, cancellationToken);
        if (run is null)
            return null;
        // What a finished run has published stays; reading and parsing it takes longer than all else that a question of it needs.
        return await live.GetAsync($"stored {run.Id} {columns.DataVersion}", token =>
        {
            var (series, kind) = Series(columns, request, token);
            var results = forecasts.LoadAsync(run.Id, kind, policy, token).GetAwaiter().GetResult();
            return new ForecastLayer(series, [.. Codes(columns, request.Kind).Select(code => results.TryGetValue(code, out var json) ? new ForecastAnswer(StoredForecast.Read(json), run) : null)]);
        }, cancellationToken);
    }

    /// <summary>A forecast that was trained on older data is shown when asked for by name, but is not the best.</summary>
    private static ForecastAnswer? Better(ForecastAnswer? plain, ForecastAnswer? trained, string dataVersion) =>
        trained?.Forecast.Model == ForecastModel.Lstm && trained.Run.DatasetVersion == dataVersion && trained.Forecast.Scorecard.Mase < plain?.Forecast.Scorecard.Mase
            ? trained
            : plain;

    private static (IReadOnlyList<CountSeries> Series, string Kind) Series(IncidentColumns columns, ForecastRequest request, CancellationToken cancellationToken) =>
        (CountSeriesBuilder.Build(RowFilter.Apply(columns, request.Filter, cancellationToken), request.Kind, request.Step), request.Kind ?? WholeJurisdiction);

    private static IReadOnlyList<string> Codes(IncidentColumns columns, string? kind) =>
        kind is null ? [WholeJurisdiction] : [.. columns.AreaKinds[columns.KindNumber(kind)].Areas.Select(area => area.Code)];

    private sealed record PlainResult(IReadOnlyList<CountSeries> History, IReadOnlyList<StoredForecast?> Forecasts);
}
