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
}
