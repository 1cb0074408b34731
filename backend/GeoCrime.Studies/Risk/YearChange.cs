using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Studies.Risk;

/// <summary>The last 364 days against the 364 before them: what changes slowly, and is therefore expected by the season, shows here.</summary>
/// <param name="Last">Reports; missing days count as the mean of the others; NaN without two years.</param>
internal sealed record YearChange(double Last, double Before)
{
    private const int Year = 364;

    /// <summary>Null where unknown, or where there was nothing before.</summary>
    public double? Percent => Before > 0 && !double.IsNaN(Last) ? 100 * ((Last / Before) - 1) : null;

    /// <summary>Sign of the change where it lies outside what counting alone explains (80 %, Poisson); else, or where unknown, 0.</summary>
    public int Direction
    {
        get
        {
            var deviation = Math.Sqrt(Last + Before);
            return Math.Abs(Last - Before) > 1.2816 * deviation ? Math.Sign(Last - Before) : 0;
        }
    }

    /// <param name="series">Reports a day.</param>
    public static YearChange Of(CountSeries series) => series.Length < 2 * Year
        ? new YearChange(double.NaN, double.NaN)
        : new YearChange(Sum(series.Values[^Year..]), Sum(series.Values[^(2 * Year)..^Year]));

    private static double Sum(double[] days)
    {
        var known = days.Where(day => !double.IsNaN(day)).ToArray();
        return known.Length == 0 ? double.NaN : known.Sum() * days.Length / known.Length;
    }
}
