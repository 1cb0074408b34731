using GeoCrime.Analytics.Evaluation.Places;
using GeoCrime.Domain;
using GeoCrime.Studies.Risk;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Places;

/// <param name="Number">Index among the cells.</param>
/// <param name="Rank">1 for the cell that is expected to hold most.</param>
/// <param name="Share">Of the reports expected in the city, 0–1.</param>
public sealed record PlaceCell(int Number, string Id, int Rank, double Share);

/// <summary>How one way to predict did with one share of the cells: means over origins with 90 % bootstrap intervals.</summary>
public sealed record PlaceMethodRow(string Method, double AreaShare, BootstrapMean HitRate, BootstrapMean Pai, BootstrapMean Pei, BootstrapMean Rri);

/// <param name="Cells">The leading tenth of the cells, most first.</param>
/// <param name="Total">Cells of the city.</param>
/// <param name="AsOf">First day of the horizon.</param>
/// <param name="Methods">Every way beside the others.</param>
public sealed record PlaceForecastResult(
    UtmProjection Projection, PlaceLattice Lattice, IReadOnlyList<PlaceCell> Cells, int Total, DateOnly AsOf, PlaceScorecard Scorecard, IReadOnlyList<PlaceMethodRow> Methods)
{
    /// <summary>The cell's outline in EPSG:4326.</summary>
    public Geometry ShapeInDegrees(PlaceCell cell)
    {
        var (x, y) = Lattice.Centre(cell.Number);
        var half = Lattice.CellMetres / 2;
        Coordinate[] ring = [new(x - half, y - half), new(x + half, y - half), new(x + half, y + half), new(x - half, y + half), new(x - half, y - half)];
        return Projection.ToDegrees(new Polygon(new LinearRing(ring)));
    }
}
