namespace GeoCrime.Analytics.Forecasting;

/// <summary>Cuts one area's series into what the network of all areas sees.</summary>
/// <remarks>
/// Channels of a step: 0, count less level and season over √(level + 1), the size of its chance; 1, log(level + 1) / 5; then
/// weekday (days only) and day of the year as sine and cosine. Offsets are the logarithm of level plus season of the step
/// ahead, held above a tenth of the level and 0.02: a network that says 0 is the recent mean with the usual season.
/// </remarks>
internal sealed class GlobalWindows(CountSeries series, SeasonalProfile profile, int lookback)
{
    public static int Channels(SeriesStep step) => step == SeriesStep.Day ? 6 : 4;

    /// <summary>The window before a step and the offsets after it.</summary>
    /// <param name="input">Result, shape [lookback, channels].</param>
    /// <param name="offsets">Result, shape [steps ahead].</param>
    public void Write(int end, Span<float> input, Span<float> offsets)
    {
        var level = Level(end);
        var scale = Math.Sqrt(level + 1);
        var at = 0;
        for (var i = end - lookback; i < end; i++)
        {
            var value = i < 0 ? double.NaN : series.Values[i];
            input[at++] = double.IsNaN(value) ? 0f : (float)((value - profile.At(i) - level) / scale);
            input[at++] = (float)(Math.Log(level + 1) / 5);
            var date = series.DateAt(i);
            if (series.Step == SeriesStep.Day)
                WriteAngle((int)date.DayOfWeek / 7.0, input, ref at);
            WriteAngle(date.DayOfYear / 365.25, input, ref at);
        }
        for (var h = 0; h < offsets.Length; h++)
            offsets[h] = (float)Math.Log(Math.Max(level + profile.At(end + h), Math.Max(0.1 * level, 0.02)));
    }

    // Without season, over the window's last known 28 days (12 weeks, 12 months); not below 0.
    private double Level(int end)
    {
        var (sum, count) = (0.0, 0);
        for (var i = end - 1; i >= Math.Max(0, end - lookback) && count < series.Recent; i--)
            if (!double.IsNaN(series.Values[i]))
            {
                sum += series.Values[i] - profile.At(i);
                count++;
            }
        return count == 0 ? 0 : Math.Max(0, sum / count);
    }

    private static void WriteAngle(double turn, Span<float> target, ref int at)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * turn);
        target[at++] = (float)sine;
        target[at++] = (float)cosine;
    }
}
