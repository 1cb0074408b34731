using GeoCrime.Analytics.Places;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace GeoCrime.Cli.Files;

/// <summary>The ground that points span: centres of equal cells in their convex hull, metres.</summary>
internal sealed record Ground(double[] X, double[] Y, double CellMetres)
{
    /// <summary>Standard deviation of the Gaussian by which densities are compared.</summary>
    public const double BandwidthMetres = 250;

    private const double MostCells = 4e6;

    /// <param name="wanted">Side of a cell, metres; larger where there would be too many.</param>
    public static Ground Under(double[] x, double[] y, double wanted)
    {
        var hull = GeometryFactory.Default.CreateMultiPointFromCoords([.. x.Zip(y, (px, py) => new Coordinate(px, py))]).ConvexHull();
        var cell = Math.Max(wanted, Math.Sqrt(hull.EnvelopeInternal.Area / MostCells));
        var inside = PreparedGeometryFactory.Prepare(hull);
        var (box, centres) = (hull.EnvelopeInternal, new List<(double X, double Y)>());
        for (var py = box.MinY + (cell / 2); py < box.MaxY; py += cell)
            for (var px = box.MinX + (cell / 2); px < box.MaxX; px += cell)
                if (inside.Covers(new Point(px, py)))
                    centres.Add((px, py));
        return new Ground([.. centres.Select(centre => centre.X)], [.. centres.Select(centre => centre.Y)], cell);
    }

    /// <summary>How alike two densities are over this ground.</summary>
    public SurfaceCorrelation Alike(double[] x, double[] y, double[] otherX, double[] otherY, CancellationToken cancellationToken) =>
        SurfaceCorrelation.OfPoints(x, y, otherX, otherY, X, Y, BandwidthMetres, cancellationToken);
}
