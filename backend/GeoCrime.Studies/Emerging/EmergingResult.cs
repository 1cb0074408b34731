using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;
using GeoCrime.Studies.Hotspots;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Emerging;

/// <param name="Number">Index among the units.</param>
/// <param name="Id">Column and row of a grid anchored at (0, 0) of the analysis CRS, as those of hot spots.</param>
/// <param name="Incidents">Over all steps.</param>
/// <param name="HotSteps">Steps that were significantly hot.</param>
/// <param name="ColdSteps">Steps that were significantly cold.</param>
/// <param name="Trend">Mann-Kendall of z over the steps.</param>
/// <param name="LastZ">Gi* of the last step; null where it cannot vary.</param>
public sealed record EmergingCell(int Number, string Id, int Incidents, EmergingPattern Pattern, int HotSteps, int ColdSteps, MannKendall Trend, double? LastZ);

/// <summary>The cells of the city with their patterns.</summary>
/// <param name="From">First day of the first step.</param>
/// <param name="To">The day after the last step.</param>
public sealed record EmergingResult(UtmProjection Projection, HotspotUnits Grid, IReadOnlyList<EmergingCell> Cells, DateOnly From, DateOnly To, int Steps)
{
    /// <summary>The cell's outline in EPSG:4326.</summary>
    public Geometry ShapeInDegrees(EmergingCell cell) => Projection.ToDegrees(Grid.Outline(cell.Number));
}
