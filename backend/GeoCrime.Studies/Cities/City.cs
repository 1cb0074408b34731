using System.Runtime.CompilerServices;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;

namespace GeoCrime.Studies.Cities;

/// <summary>What all spatial studies of one snapshot share: the extent and, where areas are loaded, the city's polygon.</summary>
/// <remarks>Made once a snapshot and kept as long as the snapshot lives.</remarks>
public sealed class City
{
    private const double OutlierShare = 0.001;

    /// <summary>Holes narrower than this on average, metres, are where neighbours' borders do not meet.</summary>
    private const double Hair = 5;
    private static readonly ConditionalWeakTable<IncidentColumns, City> Cities = [];
    private readonly Lazy<IPreparedGeometry?> polygon;
    private readonly Lazy<double[][]?> rings;

    private City(IncidentColumns columns)
    {
        var kind = columns.AreaKinds.MaxBy(each => each.Areas.Sum(area => area.SquareKilometres));
        var projection = columns.Jurisdiction.Projection;
        Geometry[] areas = kind is null ? [] : [.. kind.Areas.Select(area => projection.ToMetres(area.Geometry))];
        AreaKind = kind?.Kind;
        Bounds = areas.Length > 0 ? BoundsOf(areas) : BoundsOf(columns);
        polygon = new Lazy<IPreparedGeometry?>(() => areas.Length > 0 ? PreparedGeometryFactory.Prepare(UnaryUnionOp.Union(areas)) : null);
        rings = new Lazy<double[][]?>(() => polygon.Value is { } city ? RingsOf(city.Geometry) : null);
    }

    /// <summary>The kind whose areas together are the city: the one that covers most ground. Null where no areas are loaded.</summary>
    public string? AreaKind { get; }

    /// <summary>Metres in the analysis CRS; null where there is neither an area nor a located incident.</summary>
    public Envelope? Bounds { get; }

    public static City Of(IncidentColumns columns) => Cities.GetValue(columns, static each => new City(each));

    /// <summary>The city's outline, holes and all: rings x₀, y₀, x₁, y₁, … in metres; null where no areas are loaded.</summary>
    public double[][]? Rings => rings.Value;

    /// <summary>The city as a map draws it (metres): without the hairs between neighbours; null where no areas are loaded.</summary>
    public MultiPolygon? Outline => polygon.Value is { } city
        ? new MultiPolygon([.. PolygonExtracter.GetPolygons(city.Geometry).Cast<Polygon>().Select(WithoutHairs)])
        : null;

    /// <summary>Whether a position (metres) lies in the city; always true where no areas are loaded.</summary>
    public bool Contains(double x, double y) => polygon.Value?.Covers(new Point(x, y)) ?? true;

    /// <summary>The part of a region (metres) that lies in the city; all of it where no areas are loaded.</summary>
    public MultiPolygon Clip(MultiPolygon region)
    {
        if (polygon.Value is not { } city)
            return region;
        var inside = OverlayNGRobust.Overlay(region, city.Geometry, SpatialFunction.Intersection);
        return new MultiPolygon([.. PolygonExtracter.GetPolygons(inside).Cast<Polygon>()]);
    }

    /// <summary>The box in degrees (EPSG:4326) that holds the city; null as <see cref="Bounds"/>.</summary>
    public (double West, double South, double East, double North)? DegreeBounds(UtmProjection projection)
    {
        if (Bounds is not { } box)
            return null;
        // Meridians and parallels curve in the plane, but at a city's size the corners hold the extremes to metres.
        (double Longitude, double Latitude)[] corners = [projection.ToDegrees(box.MinX, box.MinY), projection.ToDegrees(box.MaxX, box.MinY), projection.ToDegrees(box.MaxX, box.MaxY), projection.ToDegrees(box.MinX, box.MaxY)];
        return (corners.Min(corner => corner.Longitude), corners.Min(corner => corner.Latitude), corners.Max(corner => corner.Longitude), corners.Max(corner => corner.Latitude));
    }

    private static Polygon WithoutHairs(Polygon part) =>
        new(part.Shell, [.. part.Holes.Where(hole => new Polygon(hole).Area > Hair * hole.Length / 2)]);

    private static double[][] RingsOf(Geometry city) =>
        [.. LinearComponentExtracter.GetLines(city).Select(ring => ring.Coordinates.SelectMany(corner => new[] { corner.X, corner.Y }).ToArray())];

    private static Envelope BoundsOf(IEnumerable<Geometry> areas)
    {
        var bounds = new Envelope();
        foreach (var area in areas)
            bounds.ExpandToInclude(area.EnvelopeInternal);
        return bounds;
    }

    /// <summary>Without areas: the box of the incidents, without the outermost per mille on each side (typing errors lie far out).</summary>
    private static Envelope? BoundsOf(IncidentColumns columns)
    {
        var x = Sorted(columns, chunk => chunk.X);
        var y = Sorted(columns, chunk => chunk.Y);
        if (x.Length == 0)
            return null;
        var cut = (int)(x.Length * OutlierShare);
        return new Envelope(x[cut], x[^(cut + 1)], y[cut], y[^(cut + 1)]);
    }

    private static double[] Sorted(IncidentColumns columns, Func<IncidentChunk, int[]> column)
    {
        var values = columns.Chunks.SelectMany(column).Where(value => value != IncidentChunk.Unlocated).Select(value => value / 100.0).ToArray();
        Array.Sort(values);
        return values;
    }
}
