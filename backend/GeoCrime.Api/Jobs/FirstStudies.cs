using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Api.Jobs;

/// <summary>What is trained first once the sample city is loaded.</summary>
public sealed class FirstStudies(Gazetteer gazetteer, JobQueue queue)
{
    private const int TrainedDays = 30;

    /// <summary>Seconds for the mean of good models, by precinct and for the city; then minutes for the network.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var columns = await gazetteer.ColumnsAsync(City.Code, AccessPolicy.Local, cancellationToken);
        foreach (var (kind, model) in new[] { ((string?)null, ForecastModel.Ensemble), ("precinct", ForecastModel.Ensemble), ("precinct", ForecastModel.Lstm) })
            await queue.StartForecastAsync(columns, new ForecastRequest(kind, model, SeriesStep.Day, TrainedDays, IncidentFilter.All), cancellationToken);
    }
}
