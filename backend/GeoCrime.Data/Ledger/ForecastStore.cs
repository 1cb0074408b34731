using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Ledger;

/// <summary>Published forecasts in the table <c>forecast</c>.</summary>
public sealed class ForecastStore(GeoCrimeDatabase database) : IForecasts
{
    public async Task SaveAsync(string runId, string areaKind, string areaCode, string result, byte[]? model, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO geocrime.forecast (run_id, area_kind, area_code, result, model)
            VALUES ({runId}, {areaKind}, {areaCode}, {result}::jsonb, {model})
            ON CONFLICT (run_id, area_kind, area_code) DO UPDATE SET result = excluded.result, model = excluded.model
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
            SELECT area_kind AS kind, area_code AS code, octet_length(result::text) AS forecast, octet_length(model) AS model
            FROM geocrime.forecast WHERE run_id = {runId} ORDER BY area_kind, area_code
            """).ToListAsync(cancellationToken);
        return [.. rows.SelectMany(row => new (string Name, int? Bytes)[] { ("forecast", row.Forecast), ("model", row.Model) }
            .Where(part => part.Bytes is not null)
            .Select(part => new RunArtefact(part.Name, Named(row.Kind), Named(row.Code), part.Bytes!.Value)))];
    }

    // The whole jurisdiction is stored under no name.
    private static string? Named(string text) => text.Length == 0 ? null : text;

    private sealed record ArtefactRow(string Kind, string Code, int Forecast, int? Model);
}
