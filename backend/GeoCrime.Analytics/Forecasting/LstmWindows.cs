using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Cuts a series into what the network sees and what it should say.</summary>
/// <remarks>
/// Channels of a step: 0, the count less its season's effect, scaled by the training part's minimum and maximum, less the
/// window's level; 1–2, sine and cosine of the weekday (days only); last two, sine and cosine of the day of the year.
/// Channel 0 is about −1 to 1 and 0 at the level; the others lie in −1 to 1, from Sunday and from 1 January on. The level
/// is the mean of the window's last 28 known days (12 weeks, 12 months), likewise without season and scaled. Targets are
/// scaled like channel 0, so that a network which says 0 is the mean of recent weeks with the usual season. A missing
/// count stands at the level; a missing target does not count.
/// </remarks>
internal sealed class LstmWindows(CountSeries series, MinMaxScaler scaler, SeasonalProfile profile, int lookback)
{
    /// <summary>Names of the channels, in order; part of the model file.</summary>
    public static string[] Channels(SeriesStep step) => step == SeriesStep.Day
        ? ["count", "weekday-sine", "weekday-cosine", "year-sine", "year-cosine"]
        : ["count", "year-sine", "year-cosine"];

    /// <summary>Whether enough of the window before a step is known: at least half.</summary>
    public static bool IsUsable(CountSeries series, int end, int lookback)
    {
        var known = 0;
        for (var i = end - lookback; i < end; i++)
            known += double.IsNaN(series.Values[i]) ? 0 : 1;
        return end >= lookback && 2 * known >= lookback;
    }

    /// <summary>The window before a step: its level in scaled units, and its channels.</summary>
    /// <param name="target">Result, shape [lookback, channels].</param>
    public double Write(int end, Span<float> target)
    {
        var level = Level(end);
        var at = 0;
        for (var i = end - lookback; i < end; i++)
        {
            var value = i < 0 ? double.NaN : series.Values[i];
            target[at++] = double.IsNaN(value) ? 0f : (float)(Scaled(i) - level);
            var date = series.DateAt(i);
            if (series.Step == SeriesStep.Day)
                WriteAngle((int)date.DayOfWeek / 7.0, target, ref at);
            WriteAngle(date.DayOfYear / 365.25, target, ref at);
        }
        return level;
    }

    /// <summary>All windows that end at the given steps, with what follows up to the series' end.</summary>
    public WindowSet Collect(IReadOnlyList<int> ends, int outputs)
    {
        var width = lookback * Channels(series.Step).Length;
        var inputs = new float[ends.Count * width];
        var targets = new float[ends.Count * outputs];
        for (var w = 0; w < ends.Count; w++)
        {
            var level = Write(ends[w], inputs.AsSpan(w * width, width));
            for (var h = 0; h < outputs; h++)
            {
                var at = ends[w] + h;
                targets[w * outputs + h] = at < series.Length ? (float)(Scaled(at) - level) : float.NaN;
            }
        }
        return new WindowSet(inputs, targets, ends.Count);
    }

    private double Scaled(int index) => scaler.Scale(series.Values[index] - profile.At(index));

    private double Level(int end)
    {
        var (sum, count) = (0.0, 0);
        for (var i = end - 1; i >= Math.Max(0, end - lookback) && (count < series.Recent); i--)
            if (!double.IsNaN(series.Values[i]))
            {
                sum += Scaled(i);
                count++;
            }
        return count == 0 ? 0 : sum / count;
    }

    private static void WriteAngle(double turn, Span<float> target, ref int at)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * turn);
        target[at++] = (float)sine;
        target[at++] = (float)cosine;
    }
}
