namespace GeoCrime.Analytics.Forecasting;

/// <summary>KPSS test; the null hypothesis is that the series returns to a fixed level (or trend).</summary>
/// <remarks>Kwiatkowski, Phillips, Schmidt and Shin (1992), J. Econometrics 54; automatic lags by Hobijn, Franses and Ooms (1998).</remarks>
public static class Kpss
{
    private const int LeastLength = 12;
    private static readonly double[] Shares = [0.10, 0.05, 0.025, 0.01];

    /// <summary>The test on a series without gaps.</summary>
    /// <param name="values">Shape [n ≥ 12]; known; not modified.</param>
    /// <param name="trend">Whether a linear trend is allowed for.</param>
    /// <param name="lags">Lags of the long-run variance; null for the automatic choice.</param>
    /// <exception cref="ArgumentException">Too short, missing values, constant, or lags not below n.</exception>
    public static UnitRootTest Test(double[] values, bool trend, int? lags = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length < LeastLength || values.Any(double.IsNaN) || values.Distinct().Count() == 1)
            throw new ArgumentException($"the test needs at least {LeastLength} known values that are not all equal; there are {values.Length}");
        var residuals = Residuals(values, trend);
        var used = lags ?? AutomaticLags(residuals);
        if (used < 0 || used >= values.Length)
            throw new ArgumentOutOfRangeException(nameof(lags), used, $"must be from 0 to {values.Length - 1}");
        var (sum, squares) = (0.0, 0.0);
        foreach (var residual in residuals)
        {
            sum += residual;
            squares += sum * sum;
        }
        var variance = Product(residuals, 0);
        for (var lag = 1; lag <= used; lag++)
            variance += 2 * (1 - lag / (used + 1.0)) * Product(residuals, lag);
        var statistic = squares / values.Length / variance;
        return new UnitRootTest(statistic, PValue(statistic, trend ? [0.119, 0.146, 0.176, 0.216] : [0.347, 0.463, 0.574, 0.739]), used);
    }

    private static double[] Residuals(double[] values, bool trend)
    {
        var mean = values.Average();
        var middle = (values.Length - 1) / 2.0;
        var (covariance, spread) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            covariance += (i - middle) * (values[i] - mean);
            spread += (i - middle) * (i - middle);
        }
        var slope = trend ? covariance / spread : 0;
        return [.. values.Select((v, i) => v - mean - slope * (i - middle))];
    }

    private static int AutomaticLags(double[] residuals)
    {
        var n = residuals.Length;
        var considered = (int)Math.Pow(n, 2.0 / 9);
        var level = Product(residuals, 0) / n;
        var slope = 0.0;
        for (var lag = 1; lag <= considered; lag++)
        {
            var product = Product(residuals, lag) / (n / 2.0);
            level += product;
            slope += lag * product;
        }
        var bandwidth = 1.1447 * Math.Pow(slope / level * (slope / level), 1.0 / 3);
        return Math.Min((int)(bandwidth * Math.Pow(n, 1.0 / 3)), n - 1);
    }

    private static double Product(double[] residuals, int lag)
    {
        var sum = 0.0;
        for (var i = lag; i < residuals.Length; i++)
            sum += residuals[i] * residuals[i - lag];
        return sum;
    }

    private static double PValue(double statistic, double[] critical)
    {
        if (statistic <= critical[0])
            return Shares[0];
        for (var i = 1; i < critical.Length; i++)
            if (statistic <= critical[i])
                return Shares[i - 1] + (Shares[i] - Shares[i - 1]) * (statistic - critical[i - 1]) / (critical[i] - critical[i - 1]);
        return Shares[^1];
    }
}
