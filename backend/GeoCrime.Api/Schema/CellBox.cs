using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

/// <summary>Keeps the cells that touch a box in degrees.</summary>
internal static class CellBox
{
    public static IReadOnlyList<T> Within<T>(IEnumerable<T> cells, Func<T, Geometry> shape, BoundsInput? bbox)
    {
        if (bbox is null)
            return [.. cells];
        var box = Input.Checked(bbox.ToPolygon).EnvelopeInternal;
        return [.. cells.Where(cell => box.Intersects(shape(cell).EnvelopeInternal))];
    }
}
