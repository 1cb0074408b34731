using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;
using Quadrant = GeoCrime.Analytics.Autocorrelation.Quadrant;

namespace GeoCrime.Studies.Hotspots;

/// <param name="Number">Index among the units.</param>
/// <param name="Id">Column and row of a grid anchored at (0, 0) of the analysis CRS, so that filters never shift cells; or an area's code.</param>
/// <param name="Z">Analytic Gi*; null where it cannot vary.</param>
/// <param name="P">Two-sided normal p of z, uncorrected.</param>
/// <param name="ExactP">Two-sided p of the unit and its neighbours as draws from all units; null for rates, which are no counts.</param>
/// <param name="PseudoP">Conditional permutation p; null where not asked for.</param>
/// <param name="Bin">3, 2, 1 hot at 99, 95, 90 % after false-discovery-rate control on the exact p (rates: on the permutation p); negative is cold; 0 is not significant.</param>
/// <param name="Rate">Per 1,000 residents, by empirical Bayes; null for counts.</param>
public sealed record HotspotCell(int Number, string Id, int Incidents, double? Z, double P, double? ExactP, double? PseudoP, int Bin, double? Rate = null);

/// <summary>How alike neighbours are over the whole city; null where it cannot be said.</summary>
public sealed record Alikeness(GlobalStatistic? Moran, GlobalStatistic? Geary, GlobalStatistic? G);

/// <summary>The units of the city and what was found in them.</summary>
/// <param name="Values">Shape [n]: what was tested, counts or rates.</param>
public sealed record HotspotResult(UtmProjection Projection, HotspotUnits Grid, IReadOnlyList<HotspotCell> Units, double[] Values)
{
    private readonly Lazy<Alikeness> alikeness = new(() => Over(Values, Grid));
    private readonly Lazy<LocalMoran?> local = new(() => Testable(Values, Grid) ? LocalMoran.Test(Values, Grid.Contiguity.RowStandardised()) : null);

    /// <summary>Moran's I, Geary's C and Getis-Ord G over row-standardised (G: binary) contiguity.</summary>
    public Alikeness Alikeness => alikeness.Value;

    /// <summary>Local Moran's quadrant, with its two-sided p; null where all values are alike or the unit is an island.</summary>
    public (Quadrant Quadrant, double I, double P)? LocalMoranOf(HotspotCell unit) =>
        local.Value is { } found && Grid.Contiguity.Count(unit.Number) > 0
            ? (found.Quadrants[unit.Number], found.I[unit.Number], found.Deviates.P[unit.Number])
            : null;

    /// <summary>The unit's outline in EPSG:4326.</summary>
    public Geometry ShapeInDegrees(HotspotCell unit) => Projection.ToDegrees(Grid.Outline(unit.Number));

    /// <summary>The unit's outline in EPSG:3857.</summary>
    public Geometry ShapeInWebMercator(HotspotCell unit) => Projection.ToWebMercator(Grid.Outline(unit.Number));

    private static Alikeness Over(double[] values, HotspotUnits units)
    {
        if (!Testable(values, units))
            return new Alikeness(null, null, null);
        var standardised = units.Contiguity.RowStandardised();
        return new Alikeness(Known(GlobalMoran.Test(values, standardised)), Known(GlobalGeary.Test(values, standardised)), Known(GlobalG.Test(values, units.Contiguity)));
    }

    private static GlobalStatistic? Known(GlobalStatistic statistic) => double.IsNaN(statistic.Z) ? null : statistic;

    private static bool Testable(double[] values, HotspotUnits units) =>
        values.Length >= 4 && units.Contiguity.Neighbours.Length > 0 && values.Any(value => value != values[0]);
}
