using System.CommandLine;
using GeoCrime.Data;
using GeoCrime.Data.Cluster;
using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
    /// <summary>Key of the advisory lock that lets one process change the schema at a time.</summary>
    private const long MigrationLock = 0x47434D47;

    private readonly PrivateCluster? cluster;

    private Session(GeoCrimeDatabase database, PrivateCluster? cluster)
    {
        Database = database;
        this.cluster = cluster;
    }

    public GeoCrimeDatabase Database { get; }

    /// <summary>The checkout: where gis-data and the default data folder are.</summary>
    public static string Home { get; } = Environment.GetEnvironmentVariable("GEOCRIME_HOME") ?? Directory.GetCurrentDirectory();

    /// <summary>Profiles, styles and the sample city.</summary>
    public static string GisData { get; } = Path.Combine(Home, "gis-data");

    /// <summary>The folder that a verb's --data names, or its default.</summary>
    public static string DataFolder(ParseResult arguments) => arguments.GetValue(SessionOptions.Data)?.FullName ?? Path.Combine(Home, ".geocrime");

    public static async Task<Session> OpenAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("GEOCRIME_DATABASE") is { } existing && !string.IsNullOrWhiteSpace(existing))
            return await OpenExistingAsync(existing, cancellationToken);
        var cluster = await PrivateCluster.AcquireAsync(DataFolder(arguments), cancellationToken);
        return await MigrateAsync(new Session(new GeoCrimeDatabase(cluster.ConnectionString), cluster), cancellationToken);
    }

    private static async Task<Session> OpenExistingAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            return await MigrateAsync(new Session(new GeoCrimeDatabase(connectionString), null), cancellationToken);
        }
        catch (Exception error) when (error is NpgsqlException or ArgumentException)
        {
            throw new UsageException($"The database that GEOCRIME_DATABASE names cannot be used: {error.Message}");
        }
    }

    private static async Task<Session> MigrateAsync(Session session, CancellationToken cancellationToken)
    {
        try
        {
            // Opened by itself first: EF Core would wrap what goes wrong here.
            await using var connection = await session.Database.Source.OpenConnectionAsync(cancellationToken);
            // EF Core locks each migration by itself: of two first starts at once both would list the same ones as missing.
            await using var turn = await connection.BeginTransactionAsync(cancellationToken);
            await using var waiting = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, turn) { Parameters = { new() { Value = MigrationLock } }, CommandTimeout = 0 };
            await waiting.ExecuteNonQueryAsync(cancellationToken);
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

    /// <exception cref="UsageException">There is none of this code; the message lists those there are.</exception>
    public async Task<Jurisdiction> JurisdictionAsync(string code, CancellationToken cancellationToken)
    {
        var all = await new JurisdictionReader(Database).AllAsync(AccessPolicy.Local, cancellationToken);
        return all.FirstOrDefault(each => each.Code == code)
            ?? throw new UsageException($"There is no jurisdiction '{code}'; there are: {string.Join(", ", all.Select(each => each.Code))}.");
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }
}
