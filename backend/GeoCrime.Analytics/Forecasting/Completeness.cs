namespace GeoCrime.Analytics.Forecasting;

/// <summary>How much of a series is known.</summary>
/// <param name="Steps">All steps from the first to the last.</param>
/// <param name="Known">With a count, 0 included.</param>
/// <param name="Zero">Known to be 0.</param>
/// <param name="LongestGap">Missing steps in a row.</param>
/// <param name="Note">In words.</param>
public sealed record Completeness(int Steps, int Known, int Zero, int LongestGap, string Note)
{
    public static Completeness Of(CountSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var missing = series.Values.Select(double.IsNaN).ToArray();
        var (longest, run, gaps) = (0, 0, 0);
        for (var i = 0; i < missing.Length; i++)
        {
            run = missing[i] ? run + 1 : 0;
            gaps += run == 1 ? 1 : 0;
            longest = Math.Max(longest, run);
        }
        var known = missing.Count(each => !each);
        var unit = series.Step.ToString().ToLowerInvariant() + "s";
        var note = known == missing.Length ? $"All {missing.Length:N0} {unit} are known."
            : $"{missing.Length - known} of {missing.Length} {unit} are missing, in {gaps} gaps of at most {longest}{Rhythm(missing, unit)}. Missing is not zero: they are left out.";
        return new Completeness(missing.Length, known, series.Values.Count(v => v == 0), longest, note);
    }

    // A file that lacks every second week does so in a rhythm; chance gaps do not.
    private static string Rhythm(bool[] missing, string unit)
    {
        const int longestPeriod = 60;
        const double almostAll = 0.9;
        var share = missing.Average(each => each ? 1.0 : 0);
        if (share is < 0.1 or > 0.9)
            return "";
        for (var period = 2; period <= Math.Min(longestPeriod, missing.Length / 4); period++)
        {
            var same = Enumerable.Range(period, missing.Length - period).Average(i => missing[i] == missing[i - period] ? 1.0 : 0);
            if (same >= almostAll)
                return $", about every {period} {unit} again";
        }
        return "";
    }
}
