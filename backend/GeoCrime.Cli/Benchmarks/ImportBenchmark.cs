using System.Diagnostics;
using GeoCrime.Data;
using GeoCrime.Data.Import;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GeoCrime.Cli.Benchmarks;

/// <summary>Times an import beside psql's own COPY of the rows that it stored, into the same tables with the same indexes.</summary>
/// <remarks>Both go into databases of their own, which are dropped at the end.</remarks>
internal static class ImportBenchmark
{
    private const string YearsSql = """
        SELECT jurisdiction_id, local_year FROM geocrime.incident WHERE tableoid::regclass::text NOT LIKE '%\_rest' GROUP BY 1, 2 ORDER BY 1, 2
        """;

    public static async Task<ImportTiming> RunAsync(GeoCrimeDatabase database, ImportRequest request, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("geocrime-bench-");
        await using var ours = await CreateAsync(database, cancellationToken);
        await using var peer = await CreateAsync(database, cancellationToken);
        try
        {
            var clock = Stopwatch.StartNew();
            var summary = await new Importer(ours).RunAsync(request, null, cancellationToken);
            var import = clock.Elapsed;
            var (incidents, keys) = (Path.Combine(folder.FullName, "incident"), Path.Combine(folder.FullName, "incident_key"));
            await PsqlAsync(ours, $"\\copy (SELECT * FROM geocrime.incident ORDER BY id) TO '{incidents}'", cancellationToken);
            await PsqlAsync(ours, $"\\copy (SELECT * FROM geocrime.incident_key ORDER BY id) TO '{keys}'", cancellationToken);
            await MakePartitionsAsync(ours, peer, cancellationToken);
            var copyIncidents = await PsqlAsync(peer, $"\\copy geocrime.incident FROM '{incidents}'", cancellationToken);
            var copyKeys = await PsqlAsync(peer, $"\\copy geocrime.incident_key FROM '{keys}'", cancellationToken);
            return new ImportTiming(summary.File, summary.Rows, import.TotalSeconds, copyIncidents.TotalSeconds, copyKeys.TotalSeconds);
        }
        finally
        {
            folder.Delete(recursive: true);
            await DropAsync(database, ours);
            await DropAsync(database, peer);
        }
    }

    private static async Task<GeoCrimeDatabase> CreateAsync(GeoCrimeDatabase database, CancellationToken cancellationToken)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await using var create = database.Source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync(cancellationToken);
        var created = new GeoCrimeDatabase(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = name }.ConnectionString);
        await using var context = created.Context();
        await context.Database.MigrateAsync(cancellationToken);
        return created;
    }

    private static async Task DropAsync(GeoCrimeDatabase database, GeoCrimeDatabase created)
    {
        var name = new NpgsqlConnectionStringBuilder(created.ConnectionString).Database;
        await created.DisposeAsync();
        await using var drop = database.Source.CreateCommand($"DROP DATABASE {name}");
        await drop.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static async Task MakePartitionsAsync(GeoCrimeDatabase from, GeoCrimeDatabase to, CancellationToken cancellationToken)
    {
        await using var years = from.Source.CreateCommand(YearsSql);
        await using var reader = await years.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            await using var ensure = to.Source.CreateCommand("SELECT geocrime.ensure_incident_partition($1, $2)");
            ensure.Parameters.AddWithValue(reader.GetInt32(0));
            ensure.Parameters.AddWithValue(reader.GetInt16(1));
            await ensure.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<TimeSpan> PsqlAsync(GeoCrimeDatabase database, string command, CancellationToken cancellationToken)
    {
        var target = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", target.Host!, "-p", $"{target.Port}", "-U", target.Username!, "-d", target.Database!, "-c", command])
        {
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = target.Password;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("psql could not be started");
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException($"psql failed: {errors.Trim()}");
    }
}

/// <summary>Seconds of one run, wall time.</summary>
/// <param name="ImportSeconds">Ours: reading, checking, joining and storing.</param>
/// <param name="CopyIncidentsSeconds">psql's COPY of the stored incidents.</param>
/// <param name="CopyKeysSeconds">psql's COPY of their keys, which an import writes too.</param>
internal sealed record ImportTiming(string File, RowCounts Rows, double ImportSeconds, double CopyIncidentsSeconds, double CopyKeysSeconds)
{
    /// <summary>How many times as long as psql's COPY of the incidents alone: the speed budget allows 3.</summary>
    public double Ratio => ImportSeconds / CopyIncidentsSeconds;
}
