using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Reading;

/// <summary>Reads jurisdictions and what is loaded for them.</summary>
public sealed class JurisdictionReader(GeoCrimeDatabase database) : IJurisdictions
{
    // {0} is a jurisdiction's id, bound by EF Core.
    private const string ReasonsSql = """
        SELECT reason, count(*) AS rows, min(raw) AS example
        FROM geocrime.quarantine q JOIN geocrime.import_batch b ON b.id = q.batch_id
        WHERE b.jurisdiction_id = {0} GROUP BY reason ORDER BY count(*) DESC, reason
        """;

    public async Task<IReadOnlyList<Jurisdiction>> AllAsync(AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return await context.Jurisdictions.AsNoTracking().OrderBy(row => row.ImportedAt == null).ThenBy(row => row.Name)
            .Select(row => new Jurisdiction(row.Id, row.Code, row.Name, row.TimeZone, row.AnalysisSrid, row.Synthetic))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The data version of today, as runs name it.</summary>
    public async Task<string> DataVersionAsync(Jurisdiction jurisdiction, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return DataVersions.Of(await context.Jurisdictions.AsNoTracking().SingleAsync(each => each.Id == jurisdiction.Id, cancellationToken));
    }

    public async Task<DataQuality> QualityAsync(Jurisdiction jurisdiction, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var row = await context.Jurisdictions.AsNoTracking().SingleAsync(each => each.Id == jurisdiction.Id, cancellationToken);
        var batches = await context.ImportBatches.AsNoTracking()
            .Where(batch => batch.JurisdictionId == jurisdiction.Id && batch.State != "undone")
            .ToListAsync(cancellationToken);
        var reasons = await context.Database.SqlQueryRaw<Reason>(ReasonsSql, jurisdiction.Id).ToListAsync(cancellationToken);
        return new DataQuality(
            batches.Sum(batch => batch.RowsRead),
            batches.Sum(batch => batch.Accepted),
            batches.Sum(batch => batch.Quarantined),
            batches.Sum(batch => batch.Duplicates),
            batches.Sum(batch => batch.Unlocated),
            row.ImportedAt,
            [.. reasons.Select(reason => new QualityReason(reason.Code, reason.Rows, reason.Example))]);
    }

    private sealed record Reason([property: System.ComponentModel.DataAnnotations.Schema.Column("reason")] string Code, long Rows, string? Example);
}
