using GeoCrime.Data;
using GeoCrime.Data.Cluster;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GeoCrime.Tests;

/// <summary>A real PostGIS for the tests of one assembly: a private cluster in a temporary folder.</summary>
public sealed class PostGisFixture : IAsyncLifetime
{
    private const string Template = "test_template";
    private readonly string folder = TestFolder.Create("postgis");
    private PrivateCluster? cluster;

    /// <summary>A new, empty, migrated database.</summary>
    public async Task<GeoCrimeDatabase> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
        return Open(name);
    }

    public async ValueTask InitializeAsync()
    {
        cluster = await PrivateCluster.AcquireAsync(folder);
        // Migrated once and copied for each test.
        await ExecuteAsync($"CREATE DATABASE {Template}");
        await using var database = Open(Template);
        await using var context = database.Context();
        await context.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private GeoCrimeDatabase Open(string name) => new(new NpgsqlConnectionStringBuilder(cluster!.ConnectionString) { Database = name }.ConnectionString);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(cluster!.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
