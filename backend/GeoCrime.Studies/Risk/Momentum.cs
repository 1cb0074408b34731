using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Studies.Risk;

/// <summary>The last 28 days against what their season led to expect, from data before them.</summary>
/// <param name="Reported">Reports of the last 28 days; missing days count as the mean of the others; NaN where all are missing.</param>
/// <param name="Expected">The same 28 days of up to three years before, each scaled by how the year before it compares with the year before now; with less history, the mean of the days before; NaN without any.</param>
internal sealed record Momentum(double Reported, double Expected)
{
    private const int Days = 28;

    /// <summary>52 weeks, so that weekdays match.</summary>
    private const int Year = 364;
    private const int MostYears = 3;

    /// <summary>Keeps small counts from swinging: five reports are added on both sides.</summary>
    private const double Guard = 5;

    public double LogRatio => Math.Log((Reported + Guard) / (Expected + Guard));

    /// <summary>Null where unknown, or where fewer than one report was expected.</summary>
    public double? Percent => Expected >= 1 && !double.IsNaN(Reported) ? 100 * ((Reported / Expected) - 1) : null;

    /// <summary>Sign of the log ratio where it lies outside what counting alone explains (80 %, Poisson); else, or where unknown, 0.</summary>
    public int Direction
    {
        get
        {
            var deviation = Math.Sqrt((1 / (Reported + Guard)) + (1 / (Expected + Guard)));
            return Math.Abs(LogRatio) > 1.2816 * deviation ? Math.Sign(LogRatio) : 0;
        }
    }

    /// <param name="series">Reports a day.</param>
    public static Momentum Of(CountSeries series)
    {
        var end = series.Length;
        var reported = Sum(series, end - Days, end);
        var expectations = new List<double>();
        for (var year = 1; year <= MostYears; year++)
        {
            var shifted = end - (Year * year);
            if (shifted - Days - Year < 0)
                break;
            var (now, then) = (Sum(series, end - Days - Year, end - Days), Sum(series, shifted - Days - Year, shifted - Days));
            var expectation = Sum(series, shifted - Days, shifted) * now / then;
            if (double.IsFinite(expectation))
                expectations.Add(expectation);
        }
        // Without two years of history there is no season to speak of: the days before stand in for it.
        var before = Math.Max(0, end - Days - Year);
        var expected = expectations.Count > 0 ? expectations.Average() : Sum(series, before, end - Days) * Days / (end - Days - before);
        return new Momentum(reported, expected);
    }

    private static double Sum(CountSeries series, int from, int to)
    {
        from = Math.Max(0, from);
        if (to <= from)
            return double.NaN;
        var known = series.Values[from..to].Where(value => !double.IsNaN(value)).ToArray();
        return known.Length == 0 ? double.NaN : known.Sum() * (to - from) / known.Length;
    }
}
