using GeoCrime.Api.Jobs;
using GeoCrime.Data.Import;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.SampleCity;
using Microsoft.Extensions.DependencyInjection;

namespace GeoCrime.Cli;

/// <summary>Fills an empty database with the sample city while the map is already served, then starts the first studies as jobs.</summary>
internal static class FirstStart
{
    public static async Task RunAsync(Session session, IServiceProvider services, CancellationToken cancellationToken)
    {
        var loaded = await services.GetRequiredService<IJurisdictions>().AllAsync(AccessPolicy.Local, cancellationToken);
        // A first start that was cut off left the sample city half loaded; it goes on.
        if (loaded.Any(jurisdiction => jurisdiction.Code != City.Code))
            return;
        try
        {
            // An import that ended once is not repeated: it would add nothing and count every row as a duplicate. One that was undone stays undone.
            var loads = await new BatchList(session.Database).ReadAsync(City.Code, cancellationToken);
            if (loads.All(load => load.FinishedAt is null))
                await LoadAsync(session, loaded.Count == 0, cancellationToken);
            var jurisdiction = (await services.GetRequiredService<IJurisdictions>().AllAsync(AccessPolicy.Local, cancellationToken)).Single(each => each.Code == City.Code);
            var columns = await services.GetRequiredService<IIncidentColumns>().GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
            await services.GetRequiredService<JobQueue>().StartForecastAsync(columns, SampleData.FirstForecast, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The map and whatever is loaded stay usable; the next start tries again.
            Console.Error.WriteLine($"The sample city could not be loaded: {error.Message}");
        }
    }

    private static async Task LoadAsync(Session session, bool first, CancellationToken cancellationToken)
    {
        Console.Error.WriteLine(first ? "Loading the sample city (made-up data) …" : "Going on loading the sample city (made-up data) …");
        var folder = SampleData.Folder(Session.GisData);
        await SampleData.GenerateAsync(SampleData.Seed, folder, cancellationToken);
        var summary = await SampleData.LoadAsync(session.Database, folder, Session.GisData, null, cancellationToken);
        Console.Error.WriteLine($"The sample city is loaded: {summary.Rows.Accepted:N0} made-up incidents.");
    }
}
