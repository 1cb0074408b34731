namespace GeoCrime.Analytics.Forecasting;

/// <summary>Smoothing parameters: level 0 &lt; α &lt; 1, trend 0 &lt; β &lt; α, season 0 &lt; γ &lt; 1 − α, damping 0.8 &lt; φ &lt; 0.98.</summary>
public readonly record struct EtsParameters(double Alpha, double Beta, double Gamma, double Phi)
{
    private const double LeastDamping = 0.8;
    private const double MostDamping = 0.98;
    private const double Edge = 1e-4;

    /// <summary>From unbounded numbers, for a search without bounds.</summary>
    /// <param name="free">α, then β with a trend, φ where it is damped, then γ with a season; further numbers are left alone.</param>
    internal static EtsParameters FromFree(EtsForm form, IReadOnlyList<double> free)
    {
        var next = 0;
        var alpha = Between(Edge, 1 - Edge, free[next++]);
        var beta = form.HasTrend ? alpha * Between(Edge, 1 - Edge, free[next++]) : 0;
        var phi = form.Damped ? Between(LeastDamping, MostDamping, free[next++]) : 1;
        var gamma = form.Season > 0 ? (1 - alpha) * Between(Edge, 1 - Edge, free[next]) : 0;
        return new EtsParameters(alpha, beta, gamma, phi);
    }

    /// <summary>How many numbers <see cref="FromFree"/> takes.</summary>
    internal static int Free(EtsForm form) => 1 + (form.HasTrend ? 1 : 0) + (form.Damped ? 1 : 0) + (form.Season > 0 ? 1 : 0);

    private static double Between(double low, double high, double free) => low + (high - low) / (1 + Math.Exp(-free));
}
