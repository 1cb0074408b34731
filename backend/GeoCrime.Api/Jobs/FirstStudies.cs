using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Api.Jobs;

/// <summary>What is trained without being asked for.</summary>
public sealed class FirstStudies(Gazetteer gazetteer, JobQueue queue)
{
    private const int TrainedDays = 30;
    private const int TrainedWeeks = 4;

    /// <summary>A core trains this many areas, by day and by week, in about ten minutes.</summary>
    private const int MostAreas = 300;

    /// <summary>
    /// The mean of good models, by day and by week, of the whole jurisdiction and of each kind of areas that is not too many: without it BEST
    /// would choose among plain models. Nothing where there are no incidents.
    /// </summary>
    public static IEnumerable<ForecastRequest> Of(IncidentColumns columns) =>
        from kind in columns.AreaKinds.Where(kind => kind.Areas.Count <= MostAreas).Select(string? (kind) => kind.Kind).Prepend(null)
        from ahead in new[] { (Step: SeriesStep.Day, Horizon: TrainedDays), (Step: SeriesStep.Week, Horizon: TrainedWeeks) }
        where columns.Count > 0
        select new ForecastRequest(kind, ForecastModel.Ensemble, ahead.Step, ahead.Horizon, IncidentFilter.All);

    /// <summary>Those of the sample city, seconds each; then minutes for the network.</summary>
    public async Task StartSampleAsync(CancellationToken cancellationToken)
    {
        var columns = await gazetteer.ColumnsAsync(City.Code, AccessPolicy.Local, cancellationToken);
        foreach (var request in Of(columns).Append(new ForecastRequest("precinct", ForecastModel.Lstm, SeriesStep.Day, TrainedDays, IncidentFilter.All)))
            await queue.StartForecastAsync(columns, request, cancellationToken);
    }
}
