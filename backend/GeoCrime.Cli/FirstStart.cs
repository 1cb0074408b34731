using GeoCrime.Analytics.Forecasting;
using GeoCrime.Api.Jobs;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.SampleCity;
using Microsoft.Extensions.DependencyInjection;

namespace GeoCrime.Cli;

/// <summary>Fills an empty database with the sample city while the map is already served, then starts the first studies as jobs.</summary>
internal static class FirstStart
{
    private const int Seed = 1;
    private const int TrainedDays = 30;

    public static async Task RunAsync(Session session, IServiceProvider services, CancellationToken cancellationToken)
    {
        var loaded = await services.GetRequiredService<IJurisdictions>().AllAsync(AccessPolicy.Local, cancellationToken);
        // A first start that was cut off left the sample city half loaded; it goes on.
        if (loaded.Any(jurisdiction => jurisdiction.Code != City.Code))
            return;
        try
        {
            await SampleData.GenerateAsync(Seed, SampleData.Folder, cancellationToken);
            if (loaded.Count == 0)
                Console.Error.WriteLine("Loading the sample city (made-up data) …");
            var summary = await SampleData.LoadAsync(session, SampleData.Folder, null, cancellationToken);
            if (summary.Rows.Accepted > 0)
                Console.Error.WriteLine($"The sample city is loaded: {summary.Rows.Accepted:N0} made-up incidents.");
            var jurisdiction = (await services.GetRequiredService<IJurisdictions>().AllAsync(AccessPolicy.Local, cancellationToken)).Single(each => each.Code == City.Code);
            var columns = await services.GetRequiredService<IIncidentColumns>().GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
            await services.GetRequiredService<JobQueue>().StartForecastAsync(
                columns, new ForecastRequest("precinct", ForecastModel.Lstm, SeriesStep.Day, TrainedDays, IncidentFilter.All), cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The map and whatever is loaded stay usable; the next start tries again.
            Console.Error.WriteLine($"The sample city could not be loaded: {error.Message}");
        }
    }
}
