using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Reading;

/// <summary>Context places in the table <c>place</c>.</summary>
public sealed class ContextPlaceReader(GeoCrimeDatabase database) : IContextPlaces
{
    public async Task<IReadOnlyList<ContextPlace>> LoadAsync(Jurisdiction jurisdiction, string? kind, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Places.AsNoTracking()
            .Where(row => row.JurisdictionId == jurisdiction.Id && (kind == null || row.Kind == kind))
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.SourceId, StringComparer.Ordinal)
            .Select(row => new ContextPlace(row.Kind, row.KindLabel, row.SourceId, row.Name, row.Geometry.X, row.Geometry.Y))];
    }
}
