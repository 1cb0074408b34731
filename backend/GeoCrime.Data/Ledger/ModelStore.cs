using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Ledger;

/// <summary>Trained networks in the table <c>model</c>, those in training in <c>training_checkpoint</c>.</summary>
public sealed class ModelStore(GeoCrimeDatabase database) : IModels
{
    public Task SaveAsync(string runId, string areaKind, string areaCode, byte[] file, CancellationToken cancellationToken) => ExecuteAsync($"""
        INSERT INTO geocrime.model (run_id, area_kind, area_code, file) VALUES ({runId}, {areaKind}, {areaCode}, {file})
        ON CONFLICT (run_id, area_kind, area_code) DO UPDATE SET file = excluded.file
        """, cancellationToken);

    public async Task<byte[]?> FindAsync(string runId, string areaKind, string areaCode, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return await context.Models.AsNoTracking()
            .Where(row => row.RunId == runId && row.AreaKind == areaKind && row.AreaCode == areaCode)
            .Select(row => row.File).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, byte[]>> CheckpointsAsync(string runId, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return await context.TrainingCheckpoints.AsNoTracking().Where(row => row.RunId == runId).ToDictionaryAsync(row => row.Training, row => row.File, cancellationToken);
    }

    public Task KeepAsync(string runId, string training, byte[] checkpoint, CancellationToken cancellationToken) => ExecuteAsync($"""
        INSERT INTO geocrime.training_checkpoint (run_id, training, file) VALUES ({runId}, {training}, {checkpoint})
        ON CONFLICT (run_id, training) DO UPDATE SET file = excluded.file
        """, cancellationToken);

    public Task ForgetAsync(string runId, string prefix, CancellationToken cancellationToken) =>
        ExecuteAsync($"DELETE FROM geocrime.training_checkpoint WHERE run_id = {runId} AND starts_with(training, {prefix})", cancellationToken);

    private async Task ExecuteAsync(FormattableString sql, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        await context.Database.ExecuteSqlAsync(sql, cancellationToken);
    }
}
