using GeoCrime.Analytics.Evaluation.Places;
using MathNet.Numerics;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>Spreads numbers over cells: each cell takes the share of a Gaussian that lies over its square.</summary>
internal sealed class GaussianMass(PlaceLattice lattice, double deviationMetres)
{
    private const double DeviationsReached = 4;

    public void Add(double x, double y, double amount, double[] cells)
    {
        var reach = DeviationsReached * deviationMetres;
        var (west, east) = Span(x - reach - lattice.West, x + reach - lattice.West, lattice.Columns);
        var (south, north) = Span(y - reach - lattice.South, y + reach - lattice.South, lattice.Rows);
        if (west > east || south > north)
            return;
        Span<double> across = stackalloc double[Math.Min(east - west + 1, 1024)];
        if (across.Length < east - west + 1)
            across = new double[east - west + 1];
        for (var column = west; column <= east; column++)
            across[column - west] = Share(lattice.West + column * lattice.CellMetres - x);
        for (var row = south; row <= north; row++)
        {
            var along = amount * Share(lattice.South + row * lattice.CellMetres - y);
            for (var column = west; column <= east; column++)
                if (lattice.CellOf[row * lattice.Columns + column] is var cell and >= 0)
                    cells[cell] += along * across[column - west];
        }
    }

    private (int First, int Last) Span(double from, double to, int count) => (
        (int)Math.Clamp(Math.Floor(from / lattice.CellMetres), 0, count),
        (int)Math.Clamp(Math.Floor(to / lattice.CellMetres), -1, count - 1));

    /// <summary>Mass between a side at this distance from the centre and the side one cell on.</summary>
    private double Share(double side) =>
        0.5 * (SpecialFunctions.Erf((side + lattice.CellMetres) / deviationMetres / Constants.Sqrt2) - SpecialFunctions.Erf(side / deviationMetres / Constants.Sqrt2));
}
