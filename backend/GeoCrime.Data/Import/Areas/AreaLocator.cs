using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GeoCrime.Data.Import.Areas;

/// <summary>Finds, kind by kind, the area that holds a point. The border is inside; where areas share it, or overlap, the lowest code wins.</summary>
/// <remarks>One ray test in an interval index per area whose box holds the point: about O(log n) in its vertices. Not for concurrent use.</remarks>
public sealed class AreaLocator
{
    private readonly STRtree<Entry>[] kinds;

    /// <param name="areas">The current areas of all kinds, EPSG:4326.</param>
    public AreaLocator(IEnumerable<LocatedArea> areas)
    {
        kinds = [.. areas.GroupBy(area => area.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(Index)];
    }

    /// <returns>Ids of the areas that hold the point, at most one a kind, ascending.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite.</exception>
    public int[] Find(double longitude, double latitude)
    {
        if (!double.IsFinite(longitude) || !double.IsFinite(latitude))
            throw new ArgumentOutOfRangeException(nameof(longitude), $"({longitude}, {latitude}) is no position; both coordinates must be finite.");
        Span<int> found = kinds.Length <= 32 ? stackalloc int[kinds.Length] : new int[kinds.Length];
        var count = 0;
        var point = new Coordinate(longitude, latitude);
        var box = new Envelope(point);
        foreach (var kind in kinds)
        {
            Entry? lowest = null;
            foreach (var entry in kind.Query(box))
                if ((lowest is null || entry.Rank < lowest.Rank) && entry.Locator.Locate(point) != Location.Exterior)
                    lowest = entry;
            if (lowest is not null)
                found[count++] = lowest.Id;
        }
        found = found[..count];
        found.Sort();
        return found.ToArray();
    }

    private static STRtree<Entry> Index(IEnumerable<LocatedArea> kind)
    {
        var tree = new STRtree<Entry>();
        var rank = 0;
        foreach (var area in kind.OrderBy(area => area.Code, StringComparer.Ordinal))
            tree.Insert(area.Geometry.EnvelopeInternal, new Entry(area.Id, rank++, new IndexedPointInAreaLocator(area.Geometry)));
        tree.Build();
        return tree;
    }

    private sealed record Entry(int Id, int Rank, IndexedPointInAreaLocator Locator);
}

/// <summary>An area as <see cref="AreaLocator"/> needs it.</summary>
public sealed record LocatedArea(int Id, string Kind, string Code, MultiPolygon Geometry);
