using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Ledger;

/// <summary>Published forecasts in the table <c>forecast</c>.</summary>
public sealed class ForecastStore(GeoCrimeDatabase database) : IForecasts
{
    public async Task SaveAsync(string runId, string areaKind, string areaCode, string result, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO geocrime.forecast (run_id, area_kind, area_code, result)
            VALUES ({runId}, {areaKind}, {areaCode}, {result}::jsonb)
            ON CONFLICT (run_id, area_kind, area_code) DO UPDATE SET result = excluded.result
            """, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> LoadAsync(string runId, string areaKind, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return await context.Forecasts.AsNoTracking()
            .Where(row => row.RunId == runId && row.AreaKind == areaKind)
            .ToDictionaryAsync(row => row.AreaCode, row => row.Result, cancellationToken);
    }

    public async Task<IReadOnlyList<RunArtefact>> ArtefactsAsync(string runId, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Database.SqlQuery<ArtefactRow>($"""
            SELECT 'forecast' AS name, area_kind AS kind, area_code AS code, octet_length(result::text) AS bytes FROM geocrime.forecast WHERE run_id = {runId}
            UNION ALL
            SELECT 'model', area_kind, area_code, octet_length(file) FROM geocrime.model WHERE run_id = {runId}
            ORDER BY kind, code, name
            """).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new RunArtefact(row.Name, Named(row.Kind), Named(row.Code), row.Bytes))];
    }

    // The whole jurisdiction, and a network of all areas, are stored under no name.
    private static string? Named(string text) => text.Length == 0 ? null : text;

    private sealed record ArtefactRow(string Name, string Kind, string Code, int Bytes);
}
