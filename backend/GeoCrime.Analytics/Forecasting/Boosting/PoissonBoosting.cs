using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting.Boosting;

/// <summary>A sum of trees for the logarithm of a rate, by gradient boosting of the Poisson likelihood.</summary>
/// <remarks>Friedman (2001), Annals of Statistics 29(5), with second-order steps and a random half of the rows a tree.</remarks>
internal sealed class PoissonBoosting
{
    private readonly BinnedTable binned;
    private readonly double start;
    private readonly List<RegressionTree> trees = [];

    private PoissonBoosting(BinnedTable binned, double start) => (this.binned, this.start) = (binned, start);

    /// <summary>Trains on rows.</summary>
    /// <param name="rows">Shape [n, features] in one array; NaN where missing; not modified.</param>
    /// <param name="targets">Shape [n]; ≥ 0, not all 0.</param>
    /// <param name="weights">Shape [n]; &gt; 0.</param>
    public static PoissonBoosting Train(
        float[] rows, float[] targets, float[] weights, BoostingOptions options, CancellationToken cancellation)
    {
        var n = targets.Length;
        var table = BinnedTable.Of(rows, rows.Length / n);
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
            (sum, weight) = (sum + (double)weights[i] * targets[i], weight + weights[i]);
        var model = new PoissonBoosting(table, Math.Log(sum / weight));
        var grower = new TreeGrower(table, options);
        var (scores, gradient, curvature) = (new double[n], new float[n], new float[n]);
        Array.Fill(scores, model.start);
        for (var tree = 0; tree < options.Trees; tree++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < n; i++)
            {
                var rate = Math.Exp(scores[i]);
                gradient[i] = (float)(weights[i] * (rate - targets[i]));
                curvature[i] = (float)(weights[i] * rate);
            }
            var grown = grower.Grow(Sample(n, options, tree), gradient, curvature);
            model.trees.Add(grown);
            for (var i = 0; i < n; i++)
                scores[i] += grown.At(table, i);
        }
        return model;
    }

    /// <summary>Rates of rows.</summary>
    /// <param name="rows">Shape [n, features] in one array.</param>
    public double[] Rates(float[] rows)
    {
        var table = binned.Others(rows);
        return [.. Enumerable.Range(0, table.Rows).Select(row => Math.Exp(start + trees.Sum(tree => tree.At(table, row))))];
    }

    private static int[] Sample(int n, BoostingOptions options, int tree)
    {
        if (options.RowShare == 1)
            return [.. Enumerable.Range(0, n)];
        var random = SplitMix64.For(options.Seed, 300, tree);
        var rows = new List<int>((int)(n * options.RowShare * 1.1) + 8);
        for (var i = 0; i < n; i++)
            if (random.NextDouble() < options.RowShare)
                rows.Add(i);
        return [.. rows];
    }
}
