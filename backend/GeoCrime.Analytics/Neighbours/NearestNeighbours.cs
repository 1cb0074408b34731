namespace GeoCrime.Analytics.Neighbours;

/// <summary>The points nearest to each point.</summary>
public static class NearestNeighbours
{
    /// <summary>Weights of 1 to the k nearest other points; of equally far ones those that come first.</summary>
    /// <param name="x">Shape [n]; metres; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="k">1…n−1.</param>
    /// <returns>Each row from the nearest to the farthest.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a coordinate is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is not in 1…n−1.</exception>
    /// <remarks>O(n log n + n·k²) expected.</remarks>
    public static SpatialWeights Find(double[] x, double[] y, int k)
    {
        var (indices, _) = Search(x, y, k);
        return new SpatialWeights([.. Enumerable.Range(0, x.Length + 1).Select(unit => unit * k)], indices);
    }

    /// <summary>Distance from each point to its k-th nearest other point, metres. Shape [n].</summary>
    /// <inheritdoc cref="Find"/>
    public static double[] Distances(double[] x, double[] y, int k)
    {
        var (_, squared) = Search(x, y, k);
        return [.. Enumerable.Range(0, x.Length).Select(point => Math.Sqrt(squared[point * k + k - 1]))];
    }

    private static (int[] Indices, double[] Squared) Search(double[] x, double[] y, int k)
    {
        PlanarPoints.Require(x, y);
        if (k < 1 || k >= x.Length)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"k must be in 1…{x.Length - 1} for {x.Length} points.");
        var tree = new KdTree(x, y);
        var indices = new int[checked(x.Length * k)];
        var squared = new double[indices.Length];
        Parallel.For(0, x.Length, point =>
            tree.Nearest(x[point], y[point], point, squared.AsSpan(point * k, k), indices.AsSpan(point * k, k)));
        return (indices, squared);
    }
}
