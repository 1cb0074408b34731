using GeoCrime.Analytics.Numerics;
using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>The plain alternatives that every prediction of places stands beside.</summary>
public static class PlainPlaces
{
    private const double Year = 365;

    /// <summary>Every known event of a cell.</summary>
    public static IPlacePredictor AllHistory { get; } = new Rule("all", past => past.Count(double.NegativeInfinity, past.Origin));

    /// <summary>A cell's events of the last 365 days.</summary>
    public static IPlacePredictor LastYear { get; } = new Rule("year", LastYears);

    /// <summary>A cell's events, each weighing ½^(age/half-life).</summary>
    public static IPlacePredictor Recent(double halfLifeDays) => new Rule($"ewma{halfLifeDays}", past => past.Weighted(halfLifeDays));

    /// <summary>Gaussian density of the last 365 days.</summary>
    public static IPlacePredictor Density(double deviationMetres) =>
        new Rule($"kde{deviationMetres}", past => CellSmoothing.Gaussian(past.Lattice, LastYears(past), deviationMetres));

    /// <summary>Getis-Ord Gi* of the last 365 days' counts, queen neighbours.</summary>
    public static IPlacePredictor HotSpots { get; } = new Rule("gi*", HotSpotZ);

    /// <summary>
    /// Half the place (0–1) of a cell by its recent events, three tenths by its last 28 days against the year's mean, two tenths by Gi*: the
    /// shape of an area's risk score, on cells.
    /// </summary>
    public static IPlacePredictor RiskLike { get; } = new Rule("risk-like", past =>
    {
        var (recent, z) = (past.Weighted(180), HotSpotZ(past));
        var (month, year) = (past.Count(past.Origin - 28, past.Origin), LastYears(past));
        double[] momentum = [.. month.Zip(year, (now, all) => Math.Log((now + 5) / (all * 28 / Year + 5)))];
        double[] volume = Places(recent), pace = Places(momentum), heat = Places(z);
        return [.. volume.Select((place, cell) => 0.5 * place + 0.3 * pace[cell] + 0.2 * heat[cell])];
    });

    private static double[] LastYears(PlaceHistory past) => past.Count(past.Origin - Year, past.Origin);

    private static double[] HotSpotZ(PlaceHistory past)
    {
        var lattice = past.Lattice;
        var grid = new SquareGrid(1);
        var units = new CellUnits<SquareGrid>(grid, [.. lattice.SquareOf.Select(square => new GridCell(square % lattice.Columns, square / lattice.Columns))]);
        return [.. GetisOrd.Star(LastYears(past), units.Contiguity().WithSelf()).Z.Select(z => double.IsNaN(z) ? 0 : z)];
    }

    /// <summary>Mean place among all cells, 0…1; equal numbers share a place.</summary>
    private static double[] Places(double[] values)
    {
        var sorted = values.Order().ToArray();
        return [.. values.Select(value => (SortedSearch.FirstAtLeast<double>(sorted, value) + SortedSearch.FirstAtLeast<double>(sorted, Math.BitIncrement(value))) / (2.0 * sorted.Length))];
    }

    private sealed class Rule(string name, Func<PlaceHistory, double[]> score) : IPlacePredictor
    {
        public string Name => name;

        public double[] Score(PlaceHistory past, double horizonDays, CancellationToken cancellation = default)
        {
            cancellation.ThrowIfCancellationRequested();
            return score(past);
        }
    }
}
