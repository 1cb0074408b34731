using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Studies.Forecasts;

/// <summary>
/// Trains what a run asks for and stores it, area by area. A network is compared with the one that serves, and serves itself where it is
/// not worse; what an interrupted run already stored or trained is not done again.
/// </summary>
/// <param name="figures">Events and weather for the models that use them; null for none.</param>
public sealed class ForecastTraining(IRuns runs, IForecasts forecasts, IModels models, IDayFigures? figures = null)
{
    private const string AllAreas = "";

    /// <param name="log">Told of each epoch and of the share done.</param>
    /// <returns>The metrics for the ledger, a JSON object; the same for an interrupted run as for one that was not.</returns>
    /// <exception cref="OperationCanceledException">Asked for, within an epoch of a network and between areas; areas stored before stay.</exception>
    public async Task<string> RunAsync(IncidentColumns columns, string runId, ForecastRequest request, TrainingLog log, CancellationToken cancellationToken)
    {
        var (series, kind) = ForecastStudy.Series(columns, request, cancellationToken);
        var names = ForecastStudy.Codes(columns, request.Kind);
        var stored = (await forecasts.LoadAsync(runId, kind, AccessPolicy.Local, cancellationToken)).ToDictionary(pair => pair.Key, pair => StoredForecast.Read(pair.Value));
        var published = request.IsNetwork ? await PublishedAsync(columns, runId, request, kind, series[0].Start, cancellationToken) : null;
        var options = Options(columns, request, series[0].Step) with
        {
            Also = published?.Origins ?? [], Days = await DayTables.ReadAsync(figures, columns.Jurisdiction.Code, AccessPolicy.Local, cancellationToken),
        };
        // Trees and the network of all areas learn from all at once; areas that trees refuse are answered for one by one, with the reason.
        GlobalForecast? together = null;
        IReadOnlyList<AreaForecast?> pooled = [];
        if (request.Model == ForecastModel.LstmGlobal)
        {
            together = GlobalForecaster.Run(series, options, Network(request, series[0].Step), log.Part(null, 0, 1), cancellationToken);
            pooled = together.Areas;
            if (together.Trained is { } trained)
                await models.SaveAsync(runId, kind, AllAreas, FileOf(trained, columns, names, series[0]), cancellationToken);
        }
        else if (request.Model == ForecastModel.BoostedTrees && stored.Count < names.Count)
        {
            pooled = PooledForecaster.Run(series, options, cancellationToken);
        }
        for (var area = 0; area < series.Count; area++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!stored.ContainsKey(names[area]) && series[area].Known > 0)
            {
                var part = log.Part(names[area], (double)area / series.Count, (area + 1.0) / series.Count);
                var forecast = pooled.ElementAtOrDefault(area) ?? AreaForecaster.Run(series[area], options, part, cancellationToken);
                if (forecast.ModelBytes is { } bytes)
                    await models.SaveAsync(runId, kind, names[area], Labelled(bytes, columns, request.Kind, names[area]), cancellationToken);
                stored[names[area]] = StoredForecast.Of(forecast);
                await forecasts.SaveAsync(runId, kind, names[area], stored[names[area]].Write(), cancellationToken);
            }
            if (request.Model == ForecastModel.Lstm)
                await models.ForgetAsync(runId, log.Published(names[area]), cancellationToken);
            if (together is null)
                log.Share = (area + 1.0) / series.Count;
        }
        var answered = names.Count(name => stored.TryGetValue(name, out var forecast) && forecast.Model == request.Model);
        if (!request.IsNetwork)
            return ForecastMetrics.Of(answered, stored.Values, null);
        var contest = published is null ? null : ModelContest.Between(series, names, request.Model, stored, published.Run.Id, published.Forecasts);
        var words = contest?.Words ?? (published is null
            ? "Serves: no network served before."
            : $"Serves: it has fewer than {ModelContest.LeastOrigins} past origins in common with run {published.Run.Id}, which served before; they cannot be compared.");
        var card = together is null ? CardOf(series, names, stored, options) : together.Trained is { } all ? all.Card with { Curve = [] } : null;
        return ForecastMetrics.Of(answered, stored.Values, new TrainingMetrics(contest?.Wins ?? true, words, contest, log.Curves, card));
    }

    private static AreaForecastOptions Options(IncidentColumns columns, ForecastRequest request, SeriesStep step)
    {
        var standard = LstmOptions.For(step);
        return new AreaForecastOptions
        {
            Model = request.Model,
            Horizon = request.Horizon,
            Seed = request.Training?.Seed ?? ForecastRequest.Seed,
            Holidays = HolidayCalendar.ForTimeZone(columns.Jurisdiction.TimeZone),
            Lstm = request.Training is { } choice ? standard with { Training = choice.Apply(standard.Training) } : standard,
        };
    }

    private static GlobalLstmOptions Network(ForecastRequest request, SeriesStep step)
    {
        var standard = GlobalLstmOptions.For(step);
        return request.Training is { } choice ? standard with { Training = choice.Apply(standard.Training) } : standard;
    }

    /// <summary>The run that serves what was asked for, and where it was tested; null where none does.</summary>
    private async Task<PublishedNetwork?> PublishedAsync(IncidentColumns columns, string runId, ForecastRequest request, string kind, DateOnly start, CancellationToken cancellationToken)
    {
        var parameters = Runs.RunIdentity.Write(request with { Training = null });
        var run = await runs.NewestAsync(columns.Jurisdiction.Code, StudyKind.Forecast, parameters, AccessPolicy.Local, cancellationToken);
        if (run is null || run.Id == runId)
            return null;
        var found = (await forecasts.LoadAsync(run.Id, kind, AccessPolicy.Local, cancellationToken)).ToDictionary(pair => pair.Key, pair => StoredForecast.Read(pair.Value));
        // Origins are steps from the first day of the data: where that day is another, they are other days.
        var same = TrainingMetrics.Read(run.Metrics)?.Card?.From == start;
        int[] origins = same ? [.. found.Values.Where(forecast => forecast.Model == request.Model).SelectMany(forecast => forecast.Backtest.Origins).Distinct().Order()] : [];
        return new PublishedNetwork(run, same ? found : [], origins);
    }

    private static ModelCard? CardOf(IReadOnlyList<CountSeries> series, IReadOnlyList<string> names, Dictionary<string, StoredForecast> stored, AreaForecastOptions options)
    {
        int[] own = [.. Enumerable.Range(0, names.Count).Where(area => stored.TryGetValue(names[area], out var forecast) && forecast.Model == ForecastModel.Lstm)];
        return own.Length == 0 ? null : ModelCard.Of(options.Lstm!.WithSeed(options.Seed), [.. own.Select(area => series[area])], [.. own.Select(area => stored[names[area]].Scorecard)]);
    }

    private static byte[] FileOf(GlobalTraining trained, IncidentColumns columns, IReadOnlyList<string> names, CountSeries first) =>
        TensorFile.FromBytes(new GlobalLstmFile(trained.Model, columns.Jurisdiction.Code, [.. trained.Places.Select(place => names[place])], trained.Conformal.Scores).ToBytes(first.DateAt(first.Length)))
            .With(("data_version", columns.DataVersion)).ToBytes();

    private static byte[] Labelled(byte[] file, IncidentColumns columns, string? kind, string code) => TensorFile.FromBytes(file)
        .With(("place", columns.Jurisdiction.Code), ("series", kind is null ? columns.Jurisdiction.Code : code), ("data_version", columns.DataVersion)).ToBytes();

    private sealed record PublishedNetwork(Run Run, Dictionary<string, StoredForecast> Forecasts, int[] Origins);
}
