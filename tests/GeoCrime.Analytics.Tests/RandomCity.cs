using GeoCrime.Analytics.Neighbours;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests;

/// <summary>A square city whose incidents know nothing of each other.</summary>
internal static class RandomCity
{
    /// <summary>Poisson counts on side × side squares with queen neighbours and themselves.</summary>
    public static (SpatialWeights Weights, double[] Counts) Make(int side, double mean, int seed)
    {
        var random = new Random(seed);
        return (Weights(side), [.. Enumerable.Range(0, side * side).Select(_ => (double)Poisson.Sample(random, mean))]);
    }

    public static SpatialWeights Weights(int side)
    {
        var grid = new SquareGrid(1);
        return new CellUnits<SquareGrid>(grid, [.. grid.CentredIn(0, 0, side, side)]).Contiguity().WithSelf();
    }
}
