namespace GeoCrime.Analytics.Forecasting;

/// <summary>Smoothing parameters: level 0 &lt; α &lt; 1, trend 0 &lt; β &lt; α, season 0 &lt; γ &lt; 1 − α, damping 0.8 &lt; φ &lt; 0.98.</summary>
public readonly record struct EtsParameters(double Alpha, double Beta, double Gamma, double Phi)
{
    private const double LeastDamping = 0.8;
    private const double MostDamping = 0.98;
    private const double Edge = 1e-4;

    /// <summary>From unbounded numbers, for a search without bounds.</summary>
    /// <param name="free">α, then β and φ with a trend, then γ with a season.</param>
    internal static EtsParameters FromFree(EtsForm form, IReadOnlyList<double> free)
    {
        var next = 0;
        var alpha = Between(Edge, 1 - Edge, free[next++]);
        var beta = form.DampedTrend ? alpha * Between(Edge, 1 - Edge, free[next++]) : 0;
        var phi = form.DampedTrend ? Between(LeastDamping, MostDamping, free[next++]) : 1;
        var gamma = form.Season > 0 ? (1 - alpha) * Between(Edge, 1 - Edge, free[next]) : 0;
        return new EtsParameters(alpha, beta, gamma, phi);
    }

    private static double Between(double low, double high, double free) => low + (high - low) / (1 + Math.Exp(-free));
}
