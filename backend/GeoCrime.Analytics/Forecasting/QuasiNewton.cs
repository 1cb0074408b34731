namespace GeoCrime.Analytics.Forecasting;

/// <summary>Unconstrained minimisation of a smooth function without derivatives: BFGS on central differences.</summary>
/// <remarks>Nocedal and Wright (2006), chapter 6, with backtracking. A value that is not finite counts as uphill.</remarks>
internal static class QuasiNewton
{
    private const int MostIterations = 200;
    private const double GradientTolerance = 1e-5;
    private const double ValueTolerance = 1e-10;

    /// <summary>A local minimum downhill from a start, or the lowest point reached in 200 iterations.</summary>
    /// <param name="start">Finite value; not modified.</param>
    public static (double[] Point, double Value) Minimise(Func<double[], double> function, double[] start, CancellationToken cancellation)
    {
        var n = start.Length;
        var point = (double[])start.Clone();
        var value = function(point);
        var gradient = Gradient(function, point);
        var inverse = Identity(n);
        for (var iteration = 0; iteration < MostIterations && gradient.Max(Math.Abs) > GradientTolerance; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var direction = Times(inverse, gradient, -1);
            var slope = Dot(direction, gradient);
            if (slope >= 0)
            {
                inverse = Identity(n);
                direction = [.. gradient.Select(g => -g)];
                slope = -Dot(gradient, gradient);
            }
            if (Search(function, point, value, direction, slope) is not { } found)
                break;
            var after = Gradient(function, found.Point);
            Update(inverse, [.. found.Point.Zip(point, (a, b) => a - b)], [.. after.Zip(gradient, (a, b) => a - b)]);
            var fall = value - found.Value;
            (point, value, gradient) = (found.Point, found.Value, after);
            if (fall < ValueTolerance * (1 + Math.Abs(value)))
                break;
        }
        return (point, value);
    }

    private static (double[] Point, double Value)? Search(
        Func<double[], double> function, double[] point, double value, double[] direction, double slope)
    {
        const double enough = 1e-4;
        const int mostHalvings = 40;
        // Transformed parameters saturate: a step beyond a few units leads nowhere.
        var length = Math.Min(1, 2 / direction.Max(Math.Abs));
        for (var i = 0; i < mostHalvings; i++, length /= 2)
        {
            var candidate = point.Zip(direction, (p, d) => p + length * d).ToArray();
            var reached = function(candidate);
            if (reached <= value + enough * length * slope)
                return (candidate, reached);
        }
        return null;
    }

    private static double[] Gradient(Func<double[], double> function, double[] point)
    {
        const double relativeStep = 1e-5;
        var gradient = new double[point.Length];
        var moved = (double[])point.Clone();
        for (var i = 0; i < point.Length; i++)
        {
            var step = relativeStep * Math.Max(1, Math.Abs(point[i]));
            moved[i] = point[i] + step;
            var above = function(moved);
            moved[i] = point[i] - step;
            gradient[i] = (above - function(moved)) / (2 * step);
            moved[i] = point[i];
        }
        return gradient;
    }

    // H ← (I − s yᵀ/ρ) H (I − y sᵀ/ρ) + s sᵀ/ρ with ρ = yᵀs; left alone where the curvature is not positive.
    private static void Update(double[][] inverse, double[] s, double[] y)
    {
        var curvature = Dot(s, y);
        if (!(curvature > 1e-12))
            return;
        var hy = Times(inverse, y, 1);
        var factor = (1 + Dot(y, hy) / curvature) / curvature;
        for (var i = 0; i < s.Length; i++)
            for (var j = 0; j < s.Length; j++)
                inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature;
    }

    private static double[][] Identity(int n) =>
        [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0).ToArray())];

    private static double[] Times(double[][] matrix, double[] vector, double factor) => [.. matrix.Select(row => factor * Dot(row, vector))];

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
