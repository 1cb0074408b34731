using MathNet.Numerics.LinearAlgebra;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>A least-squares problem kept as its normal equations, to be solved for many ridges.</summary>
internal sealed class RidgeSystem
{
    private readonly double[,] normal;
    private readonly double[] right;
    private readonly double squares;

    /// <param name="rows">Shape [n, p].</param>
    /// <param name="y">Shape [n].</param>
    public RidgeSystem(double[][] rows, double[] y)
    {
        var width = rows[0].Length;
        (normal, right) = (new double[width, width], new double[width]);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            squares += y[i] * y[i];
            for (var a = 0; a < width; a++)
            {
                if (row[a] == 0)
                    continue;
                right[a] += row[a] * y[i];
                for (var b = 0; b <= a; b++)
                    normal[a, b] += row[a] * row[b];
            }
        }
    }

    /// <summary>The minimum of squared errors plus Σ ridge·θ².</summary>
    public double[] Solve(IEnumerable<double> ridge)
    {
        var added = ridge.ToArray();
        var matrix = Matrix<double>.Build.Dense(right.Length, right.Length, (a, b) => At(a, b) + (a == b ? added[a] + 1e-12 : 0));
        return matrix.Cholesky().Solve(Vector<double>.Build.Dense(right)).ToArray();
    }

    /// <summary>Squared errors at some parameters.</summary>
    public double SquaredErrors(double[] theta)
    {
        var sum = squares;
        for (var a = 0; a < theta.Length; a++)
        {
            sum -= 2 * theta[a] * right[a];
            for (var b = 0; b < theta.Length; b++)
                sum += theta[a] * theta[b] * At(a, b);
        }
        return Math.Max(0, sum);
    }

    private double At(int a, int b) => normal[Math.Max(a, b), Math.Min(a, b)];
}
