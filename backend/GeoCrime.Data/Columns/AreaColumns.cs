using GeoCrime.Data.Schema;
using GeoCrime.Domain;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Columns;

/// <summary>Reads the current areas of a jurisdiction, kind by kind.</summary>
internal static class AreaColumns
{
    public static async Task<List<AreaColumn>> ReadAsync(GeoCrimeContext context, int jurisdiction, CancellationToken cancellationToken)
    {
        var rows = await (
            from area in context.Areas.AsNoTracking()
            join areaSet in context.AreaSets on area.AreaSetId equals areaSet.Id
            where areaSet.JurisdictionId == jurisdiction && areaSet.Current
            orderby areaSet.Kind, area.Id
            select new { areaSet.Kind, areaSet.Label, Area = area }).ToListAsync(cancellationToken);
        return [.. rows
            .GroupBy(row => (row.Kind, row.Label))
            .Select(kind => new AreaColumn(kind.Key.Kind, kind.Key.Label, [.. kind.Select(row =>
                new Area(row.Area.Id, row.Kind, row.Area.Code, row.Area.Name, row.Area.Geometry, row.Area.SquareKilometres, row.Area.Population))]))];
    }
}
