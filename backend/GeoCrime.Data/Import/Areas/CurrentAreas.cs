using GeoCrime.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Import.Areas;

/// <summary>Reads the areas that incidents are joined to.</summary>
internal static class CurrentAreas
{
    public static async Task<AreaLocator> LocatorAsync(GeoCrimeContext context, int jurisdiction, CancellationToken cancellationToken)
    {
        var areas = await (
            from area in context.Areas.AsNoTracking()
            join areaSet in context.AreaSets on area.AreaSetId equals areaSet.Id
            where areaSet.JurisdictionId == jurisdiction && areaSet.Current
            select new LocatedArea(area.Id, areaSet.Kind, area.Code, area.Geometry)).ToListAsync(cancellationToken);
        return new AreaLocator(areas);
    }
}
