namespace GeoCrime.Analytics.Forecasting;

/// <summary>Numbers of a SARIMAX model, in statsmodels' signs: (1 − φB)(1 − ΦBˢ) differenced y = (1 + θB)(1 + ΘBˢ) e.</summary>
/// <param name="Beta">Regression coefficients; empty without regressors.</param>
/// <param name="Ar">Shape [p].</param>
/// <param name="Ma">Shape [q].</param>
/// <param name="SeasonalAr">Shape [P].</param>
/// <param name="SeasonalMa">Shape [Q].</param>
/// <param name="Variance">Of e; &gt; 0.</param>
public sealed record SarimaxParameters(
    double[] Beta, double[] Ar, double[] Ma, double[] SeasonalAr, double[] SeasonalMa, double Variance)
{
    /// <summary>From unbounded numbers: every polynomial comes out stationary or invertible.</summary>
    /// <param name="free">β, p, q, P, Q numbers and the logarithm of the variance.</param>
    internal static SarimaxParameters FromFree(SarimaxOrder order, int regressors, double[] free)
    {
        var at = 0;
        double[] Take(int count)
        {
            var part = free[at..(at + count)];
            at += count;
            return part;
        }

        var beta = Take(regressors);
        var ar = Stationary(Take(order.P));
        var ma = Negated(Stationary(Take(order.Q)));
        var seasonalAr = Stationary(Take(order.SeasonalP));
        var seasonalMa = Negated(Stationary(Take(order.SeasonalQ)));
        return new SarimaxParameters(beta, ar, ma, seasonalAr, seasonalMa, Math.Exp(free[at]));
    }

    /// <summary>φ of the product of the ordinary and the seasonal polynomial; shape [p + P·s].</summary>
    internal double[] FullAr(SarimaxOrder order) => Negated(Product(Negated(Ar), Negated(SeasonalAr), order.Season));

    /// <summary>θ of the product; shape [q + Q·s].</summary>
    internal double[] FullMa(SarimaxOrder order) => Product(Ma, SeasonalMa, order.Season);

    // Partial autocorrelations in (−1, 1) give a stationary polynomial (Monahan 1984, Biometrika 71).
    private static double[] Stationary(double[] free)
    {
        var result = new double[free.Length];
        for (var k = 0; k < free.Length; k++)
        {
            var partial = free[k] / Math.Sqrt(1 + free[k] * free[k]);
            var before = result[..k];
            for (var j = 0; j < k; j++)
                result[j] = before[j] - partial * before[k - 1 - j];
            result[k] = partial;
        }
        return result;
    }

    // Coefficients of (1 + Σ aᵢBⁱ)(1 + Σ bⱼB^(js)) without the leading 1.
    private static double[] Product(double[] a, double[] b, int season)
    {
        var result = new double[a.Length + b.Length * season];
        for (var i = 0; i < a.Length; i++)
            result[i] += a[i];
        for (var j = 0; j < b.Length; j++)
        {
            result[(j + 1) * season - 1] += b[j];
            for (var i = 0; i < a.Length; i++)
                result[(j + 1) * season + i] += a[i] * b[j];
        }
        return result;
    }

    private static double[] Negated(double[] values) => [.. values.Select(v => -v)];
}
