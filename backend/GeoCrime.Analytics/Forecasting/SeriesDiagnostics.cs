namespace GeoCrime.Analytics.Forecasting;

/// <summary>Whether a series keeps to a level, and how it hangs together with its own past.</summary>
/// <param name="Adf">Null where the series is too short or constant; so is <paramref name="Kpss"/>.</param>
/// <param name="Acf">Lags 0 to three seasons, or as many as there are.</param>
/// <param name="Pacf">The same lags.</param>
/// <param name="Confidence">1.96/√known: correlations within ± this may be chance.</param>
/// <param name="Verdict">In plain words.</param>
public sealed record SeriesDiagnostics(
    UnitRootTest? Adf, UnitRootTest? Kpss, double[] Acf, double[] Pacf, double Confidence, string Verdict)
{
    private const double Significant = 0.05;

    /// <summary>Runs the tests (with a constant) on the longest stretch without gaps.</summary>
    /// <exception cref="ArgumentException">No count is known.</exception>
    /// <param name="lags">Most lags of the correlations; null for three seasons.</param>
    public static SeriesDiagnostics Of(CountSeries series, int? lags = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        series.RequireKnown();
        var stretch = LongestStretch(series.Values);
        const int leastLength = 30;
        var testable = stretch.Length >= leastLength && stretch.Distinct().Count() > 1;
        var adf = testable ? AugmentedDickeyFuller.Test(stretch, Deterministic.Constant) : null;
        var kpss = testable ? Forecasting.Kpss.Test(stretch, trend: false) : null;
        var used = Math.Min(lags ?? 3 * series.Season, series.Length / 2);
        return new SeriesDiagnostics(
            adf, kpss, Autocorrelations.Acf(series.Values, used), Autocorrelations.Pacf(series.Values, used),
            1.96 / Math.Sqrt(series.Known), Verdicts(adf, kpss));
    }

    private static string Verdicts(UnitRootTest? adf, UnitRootTest? kpss) => (adf?.PValue < Significant, kpss?.PValue < Significant) switch
    {
        _ when adf is null || kpss is null => "Too short or too even a series to test whether it keeps to a level.",
        (true, false) => "The series keeps to a level: both tests agree.",
        (false, true) => "The series wanders or trends and does not return to one level: both tests agree.",
        (true, true) => "The series returns after shocks, but its level or trend has shifted over the years.",
        _ => "The tests cannot tell whether the series keeps to a level.",
    };

    private static double[] LongestStretch(double[] values)
    {
        var (best, start) = (0..0, 0);
        for (var i = 0; i <= values.Length; i++)
            if (i == values.Length || double.IsNaN(values[i]))
            {
                if (i - start > best.End.Value - best.Start.Value)
                    best = start..i;
                start = i + 1;
            }
        return values[best];
    }
}
