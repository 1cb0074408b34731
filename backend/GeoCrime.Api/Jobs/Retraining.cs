using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Jobs;

/// <summary>Trains anew what was published on older data, so that BEST can choose among all of it again.</summary>
/// <remarks>Networks take minutes, not seconds: they are trained when somebody asks.</remarks>
public sealed class Retraining(Gazetteer gazetteer, IRuns runs, JobQueue queue)
{
    private const int Looked = 200;

    /// <summary>Enters a run for every forecast whose newest training rests on older data.</summary>
    /// <returns>How many.</returns>
    public async Task<int> StartAsync(string jurisdiction, CancellationToken cancellationToken)
    {
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var (newest, _) = await runs.ListAsync(jurisdiction, StudyKind.Forecast, Looked, null, AccessPolicy.Local, cancellationToken);
        var outdated = newest.Where(run => run.State == RunState.Succeeded).GroupBy(run => run.Parameters)
            .Where(group => group.All(run => run.DatasetVersion != columns.DataVersion))
            .Select(group => RunIdentity.Read<ForecastRequest>(group.Key))
            .Where(request => request.Model is not (ForecastModel.Lstm or ForecastModel.LstmGlobal)).ToList();
        foreach (var request in outdated)
            await queue.StartForecastAsync(columns, request, cancellationToken);
        return outdated.Count;
    }
}
