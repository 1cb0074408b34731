using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Api.Jobs;

/// <summary>What is trained first once the sample city is loaded.</summary>
public sealed class FirstStudies(Gazetteer gazetteer, JobQueue queue)
{
    private const int TrainedDays = 30;

    public async Task StartAsync(CancellationToken cancellationToken) => await queue.StartForecastAsync(
        await gazetteer.ColumnsAsync(City.Code, AccessPolicy.Local, cancellationToken),
        new ForecastRequest("precinct", ForecastModel.Lstm, SeriesStep.Day, TrainedDays, IncidentFilter.All),
        cancellationToken);
}
