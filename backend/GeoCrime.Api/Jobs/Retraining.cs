using GeoCrime.Api.Hosting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Jobs;

/// <summary>Trains anew what was published on older data, so that BEST can choose among all of it again, and at first what nobody had to ask for.</summary>
public sealed class Retraining(Gazetteer gazetteer, IRuns runs, JobQueue queue, WebServerOptions options)
{
    private const int Looked = 200;

    /// <summary>Enters a run for every forecast, networks left out, whose newest training rests on older data, and for first ones never tried.</summary>
    /// <returns>How many.</returns>
    public async Task<int> StartAsync(string jurisdiction, CancellationToken cancellationToken)
    {
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var (newest, _) = await runs.ListAsync(jurisdiction, StudyKind.Forecast, Looked, null, AccessPolicy.Local, cancellationToken);
        // Areas of a kind may have gone since.
        var outdated = OutdatedForecasts.Of(newest, columns.DataVersion).Plain
            .Where(request => request.Kind is null || columns.AreaKinds.Any(kind => kind.Kind == request.Kind));
        var tried = newest.Select(run => RunIdentity.Read<ForecastRequest>(run.Parameters)).ToHashSet();
        // The sample city's follow its loading, which is still here and there for longer than the listener waits.
        var first = options.TrainsUnasked && !columns.Jurisdiction.Synthetic ? FirstStudies.Of(columns).Where(request => !tried.Contains(request)) : [];
        ForecastRequest[] due = [.. outdated, .. first];
        foreach (var request in due)
            await queue.StartForecastAsync(columns, request, cancellationToken);
        return due.Length;
    }
}
