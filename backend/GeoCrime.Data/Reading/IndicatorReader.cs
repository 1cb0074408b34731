using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Reading;

/// <summary>Indicators of areas in the table <c>indicator</c>.</summary>
public sealed class IndicatorReader(GeoCrimeDatabase database) : IIndicators
{
    public async Task<IReadOnlyList<Indicator>> LoadAsync(Jurisdiction jurisdiction, string areaKind, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Indicators.AsNoTracking()
            .Where(row => row.JurisdictionId == jurisdiction.Id && row.AreaKind == areaKind)
            .ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => (row.Code, row.Label)).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => new Indicator(group.Key.Code, group.Key.Label, group.ToDictionary(row => row.AreaCode, row => row.Value)))];
    }
}
