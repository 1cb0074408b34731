using GeoCrime.Data;
using GeoCrime.Data.Cluster;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GeoCrime.Tests;

/// <summary>A real PostGIS for the tests of one assembly: a private cluster in a temporary folder.</summary>
public sealed class PostGisFixture : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"geocrime-tests-{Guid.NewGuid():N}");
    private PrivateCluster? cluster;

    /// <summary>A new, empty, migrated database.</summary>
    public async Task<GeoCrimeDatabase> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using (var connection = new NpgsqlConnection(cluster!.ConnectionString))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await create.ExecuteNonQueryAsync();
        }
        var database = new GeoCrimeDatabase(new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name }.ConnectionString);
        await using var context = database.Context();
        await context.Database.MigrateAsync();
        return database;
    }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        cluster = await PrivateCluster.AcquireAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
