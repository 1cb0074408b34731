using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class ForecastNode
{
    private const int MostLevels = 10;

    private ForecastNode(Jurisdiction jurisdiction, Area? area, ForecastRequest request, CountSeries history, ForecastAnswer answer, IReadOnlyList<double> levels)
    {
        Area = area is null ? null : new AreaNode(jurisdiction, area);
        Requested = request.Model;
        Model = answer.Forecast.Model;
        Step = request.Step;
        Run = new RunNode(answer.Run);
        History = [.. history.Values.Select((value, index) => (value, index)).Where(each => !double.IsNaN(each.value)).Select(each => new SeriesPoint(history.DateAt(each.index), each.value))];
        // A stored forecast starts where its data ended, which may lie before today's end of the series.
        var steps = history.Length;
        while (steps > 0 && history.DateAt(steps) > answer.Forecast.Start)
            steps--;
        var before = history.Before(steps);
        var past = answer.Forecast.Backtest;
        var held = new Lazy<IReadOnlyList<CoverageRow>>(() => IntervalScores.Of(past, levels).Coverage);
        var totalHeld = new Lazy<IReadOnlyList<CoverageRow>>(() => IntervalScores.OfTotals(past, levels));
        Points = [.. Predictions.Steps(before, answer.Forecast.Path, past, levels).Select(point => new ForecastPointNode(point, held))];
        Total = new ForecastPointNode(Predictions.Total(before, answer.Forecast.Path, past, levels), totalHeld);
        Scorecard = ScorecardNode.Of(answer.Forecast.Scorecard);
    }

    public AreaNode? Area { get; }
    public ForecastModel Requested { get; }
    public ForecastModel Model { get; }
    public SeriesStep Step { get; }
    public RunNode Run { get; }
    public IReadOnlyList<SeriesPoint> History { get; }
    public IReadOnlyList<ForecastPointNode> Points { get; }
    public ForecastPointNode Total { get; }
    public ScorecardNode Scorecard { get; }

    internal static IReadOnlyList<double> CheckedLevels(IReadOnlyList<double> levels) => levels.Count <= MostLevels && levels.All(level => level is > 0 and < 100)
        ? levels
        : throw Input.Bad($"levels lie between 0 and 100 per cent, at most {MostLevels} of them; given: {string.Join(", ", levels.Take(MostLevels + 1))}.");

    internal static async Task<IReadOnlyList<ForecastNode>> ReadAsync(
        Jurisdiction jurisdiction, string? kind, IReadOnlyList<string>? codes, SeriesStep step, int horizon, ForecastModel model, IReadOnlyList<double> levels,
        IncidentFilter filter, string? coherentWith, RequestContext context, CancellationToken cancellationToken)
    {
        CheckedLevels(levels);
        var columns = await context.Get<IIncidentColumns>().GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var areas = kind is null ? new Area?[1] : [.. columns.AreaKinds[Input.Checked(() => columns.KindNumber(kind))].Areas];
        if (codes is not null && kind is null)
            throw Input.Bad("codes need a kind.");
        if (codes?.Except(areas.Select(area => area!.Code)).FirstOrDefault() is { } missing)
            throw Input.Bad($"There is no {kind} '{missing}'.");
        var request = new ForecastRequest(kind, model, step, horizon, filter);
        ForecastLayer layer;
        try
        {
            layer = await Input.CheckedAsync(() => coherentWith is null
                ? context.Get<ForecastStudy>().RunAsync(columns, request, AccessPolicy.Local, cancellationToken)
                : context.Get<CoherentForecastStudy>().RunAsync(columns, request, coherentWith, AccessPolicy.Local, cancellationToken));
        }
        catch (NotComputedException error)
        {
            throw Input.NotComputed(jurisdiction.Code, error);
        }
        return [.. Enumerable.Range(0, areas.Length)
            .Where(index => layer.Answers[index] is not null && (codes is null || codes.Contains(areas[index]?.Code)))
            .Select(index => new ForecastNode(jurisdiction, areas[index], request, layer.History[index], layer.Answers[index]!, levels))];
    }
}

public sealed record SeriesPoint(DateOnly Start, double Value);
