using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Forecasts;

/// <param name="HorizonDays">1…366.</param>
/// <param name="MinExpected">Areas where both the forecast and the past fall below this are left out: their changes are chance.</param>
public sealed record MoverRequest(string Kind, int HorizonDays, MoverBaseline Against, double MinExpected, IncidentFilter Filter);

/// <summary>An area whose forecast lies above or below its past.</summary>
/// <param name="Previous">Reports of the window of the past, missing days filled up by the mean of its others.</param>
/// <param name="Expected">The forecast's total.</param>
/// <param name="ChangePercent">Null where there was none before.</param>
/// <param name="Lower">Of the total, 80 %.</param>
/// <param name="LogRatio">ln((expected + 5)/(previous + 5)): a few reports more do not make a small area lead.</param>
public sealed record Mover(Area Area, double Previous, double Expected, double? ChangePercent, double Lower, double Upper, double LogRatio);

/// <param name="Movers">From the largest rise to the largest fall.</param>
public sealed record MoverResult(IReadOnlyList<Mover> Movers, Scorecard Scorecard);

/// <summary>The areas whose forecast departs most from a window of the past.</summary>
public sealed class MoverStudy(LiveRuns live, ForecastStudy forecasts)
{
    private const int TrainedDays = 30;
    private const double Shrinkage = 5;
    private const double Level = 80;

    /// <exception cref="ArgumentException">The kind is unknown, the horizon out of range, or the filter has a window.</exception>
    public async Task<LiveRun<MoverResult>> RunAsync(IncidentColumns columns, MoverRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        columns.KindNumber(request.Kind);
        if (!(request.MinExpected >= 0))
            throw new ArgumentException($"minExpected is {request.MinExpected}; it must not be negative.");
        // A shorter horizon takes the first days of what is trained.
        var asked = new ForecastRequest(request.Kind, ForecastModel.Best, SeriesStep.Day, request.HorizonDays, request.Filter).Checked();
        var layer = await forecasts.RunAsync(columns, asked with { Horizon = Math.Max(TrainedDays, request.HorizonDays) }, policy, cancellationToken);
        var published = layer.Answers.Select(answer => answer?.Run.Id).Distinct().ToArray();
        var identity = RunIdentity.Of(StudyKind.Forecast, columns, new { Movers = request, Forecasts = published }, ForecastRequest.Seed, policy);
        return await live.GetAsync(identity, _ => Compute(columns, request, layer), cancellationToken);
    }

    private static MoverResult Compute(IncidentColumns columns, MoverRequest request, ForecastLayer layer)
    {
        var areas = columns.AreaKinds[columns.KindNumber(request.Kind)].Areas;
        var movers = new List<Mover>();
        for (var area = 0; area < areas.Count; area++)
        {
            if (layer.Answers[area]?.Forecast is not { } forecast)
                continue;
            var history = Until(layer.History[area], forecast.Start);
            if (Previous(history, request) is not { } previous)
                continue;
            var path = forecast.Path[..request.HorizonDays];
            var past = forecast.Backtest.Origins.Length == 0 ? forecast.Backtest : forecast.Backtest.Steps(request.HorizonDays);
            var total = Predictions.Total(history, path, past, [Level]);
            if (Math.Max(total.Mean, previous) < request.MinExpected)
                continue;
            movers.Add(new Mover(
                areas[area], previous, total.Mean, previous > 0 ? 100 * (total.Mean / previous - 1) : null, total.Intervals[0].Lower, total.Intervals[0].Upper,
                Math.Log((total.Mean + Shrinkage) / (previous + Shrinkage))));
        }
        return new MoverResult(
            [.. movers.OrderByDescending(mover => mover.LogRatio).ThenBy(mover => mover.Area.Code, StringComparer.Ordinal)],
            AreaScorecards.Mean([.. layer.Answers.Where(answer => answer is not null).Select(answer => answer!.Forecast.Scorecard)]));
    }

    // A stored forecast starts where its data ended, which may lie before today's end.
    private static CountSeries Until(CountSeries history, DateOnly start)
    {
        var steps = history.Length;
        while (steps > 0 && history.DateAt(steps) > start)
            steps--;
        return history.Before(steps);
    }

    // A year back on the same weekday, so far that the window was over by the forecast's start; null where half of it is not known.
    private static double? Previous(CountSeries history, MoverRequest request)
    {
        const int year = 364;
        var back = request.Against == MoverBaseline.PreviousWindow ? request.HorizonDays : year + 7 * Math.Max(0, (request.HorizonDays - year + 6) / 7);
        if (back > history.Length)
            return null;
        var known = history.Values.AsSpan(history.Length - back, request.HorizonDays).ToArray().Where(v => !double.IsNaN(v)).ToArray();
        return 2 * known.Length < request.HorizonDays ? null : known.Average() * request.HorizonDays;
    }
}
