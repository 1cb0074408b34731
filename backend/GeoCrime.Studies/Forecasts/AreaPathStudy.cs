using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Forecasts;

/// <summary>
/// The daily paths that risk and staffing build on: the best published forecast where one serves today's horizon, else the better of
/// seasonal naive and recent mean, as it was known on the day asked for. Kept in memory by all they depend on.
/// </summary>
public sealed class AreaPathStudy(LiveRuns live, ForecastStudy forecasts)
{
    /// <summary>The horizon that forecasts are trained for; shorter ones take its first days.</summary>
    private const int TrainedDays = 30;

    /// <returns>The paths, and a key that names all they depend on.</returns>
    /// <exception cref="ArgumentException">Nothing was reported by then, or the request names what the jurisdiction does not have.</exception>
    public async Task<(AreaPaths Paths, string Key)> RunAsync(IncidentColumns columns, AreaPathRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        columns.KindNumber(request.Kind);
        var current = request is { AsOf: null, SeverityWeighted: false, OfficerWeight: 1, HorizonDays: <= TrainedDays };
        var layer = current
            ? await forecasts.RunAsync(columns, new ForecastRequest(request.Kind, ForecastModel.Best, SeriesStep.Day, TrainedDays, request.Filter), policy, cancellationToken)
            : null;
        var published = layer?.Answers.Select(answer => answer?.Run.Id).Distinct().ToArray() ?? [];
        var key = "paths " + RunIdentity.Of(StudyKind.Forecast, columns, new { Request = request, Forecasts = published }, ForecastRequest.Seed, policy).Id;
        return (await live.GetAsync(key, token => Compute(columns, request, layer, token), cancellationToken), key);
    }

    private static AreaPaths Compute(IncidentColumns columns, AreaPathRequest request, ForecastLayer? layer, CancellationToken cancellationToken)
    {
        var rows = RowFilter.Apply(columns, request.Filter, cancellationToken);
        var counts = WeightedSeries.Build(rows, request.Kind, request.AsOf, false, request.OfficerWeight);
        var series = request.SeverityWeighted ? WeightedSeries.Build(rows, request.Kind, request.AsOf, true, request.OfficerWeight) : counts;
        if (series.Count == 0 || series[0].Length == 0)
            throw new ArgumentException($"Nothing was reported in {columns.Jurisdiction.Code} by {(request.AsOf ?? columns.CompleteThrough):yyyy-MM-dd}.");
        var paths = new (double[] Path, double[][] Errors)[series.Count];
        Parallel.For(0, series.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, area =>
            paths[area] = PathOf(series[area], layer?.Answers[area]?.Forecast, request.HorizonDays, cancellationToken));
        return new AreaPaths(counts, series, [.. paths.Select(each => each.Path)], [.. paths.Select(each => each.Errors)]);
    }

    private static (double[] Path, double[][] Errors) PathOf(CountSeries series, StoredForecast? stored, int horizonDays, CancellationToken cancellationToken)
    {
        if (stored is not null)
            return (stored.Path[..horizonDays], [.. stored.Backtest.Errors.Select(origin => origin[..horizonDays])]);
        if (series.Known == 0)
            return (new double[horizonDays], []);
        var options = new AreaForecastOptions { Model = ForecastModel.Best, Horizon = horizonDays, Candidates = [ForecastModel.SeasonalNaive, ForecastModel.Mean] };
        var forecast = AreaForecaster.Run(series, options, null, cancellationToken);
        return ([.. forecast.Points.Select(point => point.Mean)], forecast.Backtest.Errors);
    }
}
