using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Api.Jobs;

/// <summary>Trains anew what was published on older data, so that BEST can choose among all of it again.</summary>
public sealed class Retraining(Gazetteer gazetteer, IRuns runs, JobQueue queue)
{
    private const int Looked = 200;

    /// <summary>Enters a run for every forecast, networks left out, whose newest training rests on older data.</summary>
    /// <returns>How many.</returns>
    public async Task<int> StartAsync(string jurisdiction, CancellationToken cancellationToken)
    {
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var (newest, _) = await runs.ListAsync(jurisdiction, StudyKind.Forecast, Looked, null, AccessPolicy.Local, cancellationToken);
        // Areas of a kind may have gone since.
        var outdated = OutdatedForecasts.Of(newest, columns.DataVersion).Plain
            .Where(request => request.Kind is null || columns.AreaKinds.Any(kind => kind.Kind == request.Kind)).ToList();
        foreach (var request in outdated)
            await queue.StartForecastAsync(columns, request, cancellationToken);
        return outdated.Count;
    }
}
