using MathNet.Numerics.LinearAlgebra;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>
/// Exponential smoothing in which nothing multiplies: ŷ = l + φb + s, l ← l + φb + αe, b ← φb + βe, s ← s + γe. Errors are linear in the
/// initial states, so for given smoothing parameters the best initial states are a least-squares solution.
/// </summary>
/// <remarks>Hyndman et al. (2008), Forecasting with Exponential Smoothing, chapters 3 and 5. A missing count leaves the states to run on.</remarks>
internal sealed class EtsFilter(EtsForm form, EtsParameters parameters)
{
    private readonly int trend = form.HasTrend ? 1 : -1;
    private readonly int firstSeason = form.HasTrend ? 2 : 1;

    /// <summary>The initial states with the least sum of squared one-step errors, and that sum.</summary>
    /// <remarks>Cost: O(n · states²).</remarks>
    public (double[] Initial, double SquaredErrors, int Known) Solve(double[] values)
    {
        var size = form.States;
        // One season is fixed at 0: the level takes what all seasons share.
        var free = form.Season > 0 ? size - 1 : size;
        var state = new double[size];
        var sensitivity = new double[size][];
        for (var i = 0; i < size; i++)
        {
            sensitivity[i] = new double[free];
            if (i < free)
                sensitivity[i][i] = 1;
        }
        var normal = new double[free, free];
        var right = new double[free];
        var (squares, known) = (0.0, 0);
        var row = new double[free];
        for (var t = 0; t < values.Length; t++)
        {
            ExpectedRow(sensitivity, t, row);
            var error = values[t] - Expected(state, t);
            var missing = double.IsNaN(error);
            if (!missing)
            {
                Accumulate(normal, right, row, error);
                squares += error * error;
                known++;
            }
            Step(state, t, missing ? 0 : error);
            StepRows(sensitivity, t, row, missing);
        }
        var solved = Solved(normal, right);
        // Least squares: the sum falls by what the solution explains.
        for (var i = 0; i < free; i++)
            squares -= solved[i] * right[i];
        return ([.. solved, .. new double[size - free]], Math.Max(0, squares), known);
    }

    private double Expected(double[] state, int t) =>
        state[0] + (trend < 0 ? 0 : parameters.Phi * state[trend]) + (form.Season == 0 ? 0 : state[firstSeason + t % form.Season]);

    private void Step(double[] state, int t, double error)
    {
        var slope = trend < 0 ? 0 : parameters.Phi * state[trend];
        state[0] += slope + parameters.Alpha * error;
        if (trend > 0)
            state[trend] = slope + parameters.Beta * error;
        if (form.Season > 0)
            state[firstSeason + t % form.Season] += parameters.Gamma * error;
    }

    private void ExpectedRow(double[][] rows, int t, double[] result)
    {
        for (var j = 0; j < result.Length; j++)
            result[j] = rows[0][j] + (trend < 0 ? 0 : parameters.Phi * rows[trend][j])
                + (form.Season == 0 ? 0 : rows[firstSeason + t % form.Season][j]);
    }

    // An error moves against the expected value: its derivative by the initial states is −expected.
    private void StepRows(double[][] rows, int t, double[] expected, bool missing)
    {
        for (var j = 0; j < expected.Length; j++)
        {
            var error = missing ? 0 : -expected[j];
            var slope = trend < 0 ? 0 : parameters.Phi * rows[trend][j];
            rows[0][j] += slope + parameters.Alpha * error;
            if (trend > 0)
                rows[trend][j] = slope + parameters.Beta * error;
            if (form.Season > 0)
                rows[firstSeason + t % form.Season][j] += parameters.Gamma * error;
        }
    }

    private static void Accumulate(double[,] normal, double[] right, double[] row, double error)
    {
        for (var i = 0; i < row.Length; i++)
        {
            right[i] += row[i] * error;
            for (var j = 0; j <= i; j++)
                normal[i, j] += row[i] * row[j];
        }
    }

    private static double[] Solved(double[,] normal, double[] right)
    {
        // Keeps the system solvable where a state leaves no trace (a season that is never seen), without moving the others.
        const double ridge = 1e-12;
        var n = right.Length;
        var trace = 0.0;
        for (var i = 0; i < n; i++)
            trace += normal[i, i];
        var matrix = Matrix<double>.Build.Dense(n, n, (i, j) => normal[Math.Max(i, j), Math.Min(i, j)] + (i == j ? ridge * (trace + 1) : 0));
        return matrix.Cholesky().Solve(Vector<double>.Build.Dense(right)).ToArray();
    }
}
