using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Places;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;
using Quadrant = GeoCrime.Analytics.Autocorrelation.Quadrant;

namespace GeoCrime.Studies.Nearby;

/// <param name="Incidents">Reports in the cell.</param>
/// <param name="Places">Places in the cell.</param>
/// <param name="Quadrant">The cell's own reports, then its neighbours' places, each below or above the mean.</param>
/// <param name="I">Local bivariate Moran.</param>
/// <param name="PseudoP">Two-sided, by conditional permutation of the neighbours' places.</param>
/// <param name="AdjustedP">The same over all cells (Benjamini-Hochberg).</param>
public sealed record PlaceCorrelationCell(int Number, string Id, int Incidents, int Places, Quadrant Quadrant, double I, double PseudoP, double AdjustedP);

/// <summary>How reports of a window lie to places of a kind.</summary>
/// <param name="Incidents">Located reports in the city (or the filter's part of it).</param>
/// <param name="Places">Places of the kind; also those outside the city count as near.</param>
/// <param name="Control">What cross-K compares with.</param>
/// <param name="Distances">Reports by distance to the nearest place, with a last band for all that lies farther.</param>
/// <param name="CrossK">Empty where there is nothing to draw from.</param>
/// <param name="Densities">Correlation of both densities over the city's cells; NaN where one is constant.</param>
/// <param name="Moran">Null where reports or places are alike in all cells.</param>
/// <param name="Cells">Empty where <paramref name="Moran"/> is null.</param>
/// <param name="Outline">Of a cell, metres.</param>
public sealed record PlaceCorrelationResult(
    UtmProjection Projection, int Incidents, int Places, PlaceControl Control, IReadOnlyList<PlaceDistanceBand> Distances, IReadOnlyList<CrossKRow> CrossK,
    SurfaceCorrelation Densities, BivariateMoran? Moran, IReadOnlyList<PlaceCorrelationCell> Cells, Func<int, Geometry> Outline)
{
    /// <summary>The cell's outline in EPSG:4326.</summary>
    public Geometry ShapeInDegrees(PlaceCorrelationCell cell) => Projection.ToDegrees(Outline(cell.Number));
}
