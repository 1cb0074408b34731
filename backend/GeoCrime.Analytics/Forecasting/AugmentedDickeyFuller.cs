using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Augmented Dickey–Fuller test; the null hypothesis is a unit root (no fixed level to return to).</summary>
/// <remarks>Said and Dickey (1984); p-values by MacKinnon's response surfaces (1994), J. Business and Economic Statistics 12(2).</remarks>
public static class AugmentedDickeyFuller
{
    private const int LeastLength = 12;

    /// <summary>The test on a series without gaps.</summary>
    /// <param name="values">Shape [n ≥ 12]; known; not modified.</param>
    /// <param name="lags">Lagged differences; null to choose up to ⌈12·(n/100)^¼⌉ by Akaike's criterion on one common sample.</param>
    /// <exception cref="ArgumentException">Too short, missing values, constant, or too many lags.</exception>
    public static UnitRootTest Test(double[] values, Deterministic terms, int? lags = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length < LeastLength || values.Any(double.IsNaN) || values.Distinct().Count() == 1)
            throw new ArgumentException($"the test needs at least {LeastLength} known values that are not all equal; there are {values.Length}");
        var most = lags ?? Math.Min(
            (int)Math.Ceiling(12 * Math.Pow(values.Length / 100.0, 0.25)), values.Length / 2 - (int)terms - 1);
        if (most < 0 || values.Length - 1 - most <= most + 1 + (int)terms)
            throw new ArgumentException($"{values.Length} values are too few for {most} lags");
        var chosen = lags ?? Enumerable.Range(0, most + 1).MinBy(lag => Regress(values, terms, lag, most).Akaike);
        var statistic = Regress(values, terms, chosen, chosen).Statistic;
        return new UnitRootTest(statistic, PValue(statistic, terms), chosen);
    }

    // Δy(t) on y(t−1), Δy(t−1 … t−lags) and the deterministic terms, from t = skipped + 1 on.
    private static (double Statistic, double Akaike) Regress(double[] values, Deterministic terms, int lags, int skipped)
    {
        var n = values.Length - 1 - skipped;
        var columns = 1 + lags + (int)terms;
        var x = Matrix<double>.Build.Dense(n, columns);
        var y = Vector<double>.Build.Dense(n);
        for (var i = 0; i < n; i++)
        {
            var t = skipped + 1 + i;
            y[i] = values[t] - values[t - 1];
            x[i, 0] = values[t - 1];
            for (var lag = 1; lag <= lags; lag++)
                x[i, lag] = values[t - lag] - values[t - lag - 1];
            if (terms != Deterministic.None)
                x[i, 1 + lags] = 1;
            if (terms == Deterministic.ConstantAndTrend)
                x[i, 2 + lags] = i + 1;
        }
        var qr = x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        var coefficients = qr.Solve(y);
        var squares = (y - x * coefficients).DotProduct(y - x * coefficients);
        // First diagonal element of (X'X)⁻¹ = R⁻¹R⁻ᵀ: the squared length of R⁻¹'s first row.
        var inverse = qr.R.Inverse().Row(0);
        var error = Math.Sqrt(squares / (n - columns) * inverse.DotProduct(inverse));
        return (coefficients[0] / error, n * Math.Log(squares / n) + 2 * columns);
    }

    private static double PValue(double statistic, Deterministic terms)
    {
        var (least, turn, most, low, high) = terms switch
        {
            Deterministic.None => (-19.04, -1.04, double.PositiveInfinity,
                new[] { 0.6344, 1.2378, 0.032496 }, new[] { 0.4797, 0.93557, -0.06999, 0.033066 }),
            Deterministic.Constant => (-18.83, -1.61, 2.74,
                new[] { 2.1659, 1.4412, 0.038269 }, new[] { 1.7339, 0.93202, -0.12745, -0.010368 }),
            _ => (-16.18, -2.89, 0.7,
                new[] { 3.2512, 1.6047, 0.049588 }, new[] { 2.5261, 0.61654, -0.37956, -0.060285 }),
        };
        if (statistic > most)
            return 1;
        if (statistic < least)
            return 0;
        var power = 1.0;
        var sum = 0.0;
        foreach (var coefficient in statistic <= turn ? low : high)
        {
            sum += coefficient * power;
            power *= statistic;
        }
        return Normal.CDF(0, 1, sum);
    }
}
