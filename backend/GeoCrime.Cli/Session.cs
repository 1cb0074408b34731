using System.CommandLine;
using GeoCrime.Data;
using GeoCrime.Data.Cluster;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Cli;

/// <summary>Options that every verb understands.</summary>
internal static class SessionOptions
{
    public static Option<DirectoryInfo?> Data { get; } = new("--data")
    {
        Description = "Folder of the private database cluster (default: .geocrime in the checkout).",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Write the result as JSON.", Recursive = true };

    public static IReadOnlyList<Option> All { get; } = [Data, Json];
}

/// <summary>An open, migrated database: the private cluster's, or the one that GEOCRIME_DATABASE names.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;

    private Session(GeoCrimeDatabase database, PrivateCluster? cluster)
    {
        Database = database;
        this.cluster = cluster;
    }

    public GeoCrimeDatabase Database { get; }

    /// <summary>The checkout: where gis-data and the default data folder are.</summary>
    public static string Home { get; } = Environment.GetEnvironmentVariable("GEOCRIME_HOME") ?? Directory.GetCurrentDirectory();

    public static async Task<Session> OpenAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.GetValue(SessionOptions.Data)?.FullName ?? Path.Combine(Home, ".geocrime");
        var existing = Environment.GetEnvironmentVariable("GEOCRIME_DATABASE");
        var cluster = string.IsNullOrWhiteSpace(existing) ? await PrivateCluster.AcquireAsync(folder, cancellationToken) : null;
        var session = new Session(new GeoCrimeDatabase(cluster?.ConnectionString ?? existing!), cluster);
        try
        {
            await using var context = session.Database.Context();
            await context.Database.MigrateAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }
}
