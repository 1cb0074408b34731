using GeoCrime.Api.Jobs;
using GeoCrime.Data.Import;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.SampleCity;
using Microsoft.Extensions.DependencyInjection;

namespace GeoCrime.Cli;

/// <summary>Fills an empty database with the sample city while the map is already served, then starts the first studies: all as jobs, whose progress the browser shows.</summary>
internal static class FirstStart
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

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
                await LoadAsync(services, loaded.Count == 0, cancellationToken);
            else
                await services.GetRequiredService<FirstStudies>().StartSampleAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The map and whatever is loaded stay usable; the next start tries again.
            Console.Error.WriteLine($"The sample city could not be loaded: {error.Message}");
        }
    }

    private static async Task LoadAsync(IServiceProvider services, bool first, CancellationToken cancellationToken)
    {
        Console.Error.WriteLine(first ? "Loading the sample city (made-up data) …" : "Going on loading the sample city (made-up data) …");
        var run = await services.GetRequiredService<JobQueue>().StartSampleAsync(cancellationToken);
        var runs = services.GetRequiredService<IRuns>();
        while (run is { State: RunState.Queued or RunState.Running })
        {
            await Task.Delay(Interval, cancellationToken);
            run = (await runs.FindAsync(run.Id, AccessPolicy.Local, cancellationToken))!;
        }
        Console.Error.WriteLine(run.State switch
        {
            RunState.Succeeded => "The sample city is loaded.",
            RunState.Cancelled => "Loading the sample city was cancelled.",
            _ => $"The sample city could not be loaded: {run.Error}",
        });
    }
}
