namespace GeoCrime.Analytics.Density;

/// <summary>A fixed-bandwidth density at the points themselves.</summary>
internal static class PilotDensity
{
    /// <summary>Nodes per Gaussian deviation; compact kernels get as many per deviation of equal variance.</summary>
    private const double NodesPerDeviation = 6;

    /// <returns>Shape [n]: weight per km², each point's own included; never under half of what it adds itself.</returns>
    public static double[] At(
        double[] x, double[] y, double[] weights, DensityKernel kernel, double bandwidth, CancellationToken cancellation)
    {
        // Any smooth pilot does; the Gaussian's is binned on few nodes.
        var deviation = bandwidth / Bandwidth.PerGaussianDeviation(kernel);
        var cell = deviation / NodesPerDeviation;
        var grid = Grid.Covering(x.Min() - 2 * cell, y.Min() - 2 * cell, x.Max() + 2 * cell, y.Max() + 2 * cell, cell);
        var spline = SplineKernel.Gaussian(NodesPerDeviation, 2, 1e6 / (deviation * deviation));
        var work = new WorkGrid(grid, 1, spline.HalfWidth);
        var smooth = SeparableFilter.Smooth(SplineBinning.Bin(x, y, weights, work, cancellation), work, spline, cancellation);
        var peak = DensityKernel.Gaussian.Height(0) * 1e6 / (deviation * deviation);
        var density = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            double u = (x[i] - grid.OriginX) / cell - 0.5, v = (grid.OriginY - y[i]) / cell - 0.5;
            int column = (int)u, row = (int)v;
            var sum = 0.0;
            float[] across = SplineSurface.Weights(u - column), down = SplineSurface.Weights(v - row);
            for (var j = 0; j < 4; j++)
                for (var l = 0; l < 4; l++)
                    sum += down[j] * across[l] * smooth[(row - 1 + j) * grid.Columns + column - 1 + l];
            density[i] = Math.Max(sum, 0.5 * peak * weights[i]);
        }
        return density;
    }
}
