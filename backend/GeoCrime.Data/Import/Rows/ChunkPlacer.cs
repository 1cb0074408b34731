using GeoCrime.Data.Import.Areas;
using GeoCrime.Domain;

namespace GeoCrime.Data.Import.Rows;

/// <summary>Puts the located rows of a chunk into areas and onto the analysis CRS.</summary>
internal sealed class ChunkPlacer(AreaLocator areas)
{
    /// <summary>Sets the areas that hold each position, given in longitude and latitude.</summary>
    public void Join(Chunk chunk)
    {
        foreach (var row in chunk.Rows)
            if (row.Position is { } position)
                row.AreaIds = areas.Find(position.X, position.Y);
    }

    public static void Project(Chunk chunk, UtmProjection projection)
    {
        foreach (var row in chunk.Rows)
            if (row.Position is { } position)
                row.Metres = projection.ToMetres(position.X, position.Y);
    }

    /// <summary>The UTM zone of the chunk's median position, which outliers do not move; null where no row is located.</summary>
    public static int? ZoneOf(Chunk chunk)
    {
        var positions = chunk.Rows.Where(row => row.Position is not null).Select(row => row.Position!.Value).ToList();
        return positions.Count == 0
            ? null
            : UtmProjection.ZoneOf(Median(positions.Select(position => position.X)), Median(positions.Select(position => position.Y)));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
