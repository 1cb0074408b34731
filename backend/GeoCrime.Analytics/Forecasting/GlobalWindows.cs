namespace GeoCrime.Analytics.Forecasting;

/// <summary>Cuts one area's series into what the network of all areas sees.</summary>
/// <remarks>
/// Counts are first divided by the calendar's factor. Channels of a step: 0, count less level over √(level + 1), the size of its
/// chance; 1, log(level + 1) / 5; 2, log((slow level + 1) / (level + 1)); 3 and 4, share of holidays in the step and in the one
/// the horizon later; weekday (days only) and day of the year as sine and cosine; then of each further column of days its value in the
/// step and, where it is known ahead, in the one the horizon later. Levels are means of the known
/// counts up to the window's end with exponentially falling weights. Offsets are the logarithm of level times calendar of the
/// step ahead, at least 0.02: a network that says 0 is the smoothed level with the usual calendar.
/// </remarks>
internal sealed class GlobalWindows
{
    private const double LeastMean = 0.02;
    private readonly CountSeries series;
    private readonly GlobalLstmOptions options;
    private readonly double[] logFactors;
    private readonly double[] holidays;
    private readonly (double Level, double Slow)[] levels;
    private readonly double[][] columns;

    public GlobalWindows(CountSeries series, PooledCalendar calendar, GlobalLstmOptions options)
    {
        (this.series, this.options) = (series, options);
        var steps = series.Length + options.Outputs;
        logFactors = [.. Enumerable.Range(0, steps).Select(calendar.LogFactor)];
        holidays = [.. Enumerable.Range(0, steps).Select(calendar.HolidayShare)];
        var known = options.Days.Before(series.DateAt(series.Length));
        columns = options.Days.Columns.Count == 0 ? [] : [.. Enumerable.Range(0, steps).Select(i => known.Over(series.DateAt(i), series.Step))];
        levels = Levels();
    }

    public static int Channels(SeriesStep step, DayTable days) => (step == SeriesStep.Day ? 9 : 7) + days.Columns.Sum(column => column.KnownAhead ? 2 : 1);

    /// <summary>The window before a step and the offsets after it.</summary>
    /// <param name="end">1 … length.</param>
    /// <param name="input">Result, shape [lookback, channels].</param>
    /// <param name="offsets">Result, shape [steps ahead].</param>
    public void Write(int end, Span<float> input, Span<float> offsets)
    {
        var (level, slow) = levels[end];
        var (scale, size, drift) = (Math.Sqrt(level + 1), (float)(Math.Log(level + 1) / 5), (float)Math.Log((slow + 1) / (level + 1)));
        var at = 0;
        for (var i = end - options.Lookback; i < end; i++)
        {
            var value = i < 0 ? double.NaN : series.Values[i] / Math.Exp(logFactors[i]);
            input[at++] = double.IsNaN(value) ? 0f : (float)((value - level) / scale);
            input[at++] = size;
            input[at++] = drift;
            input[at++] = i < 0 ? 0f : (float)holidays[i];
            input[at++] = i + options.Outputs < 0 ? 0f : (float)holidays[i + options.Outputs];
            var date = series.DateAt(i);
            if (series.Step == SeriesStep.Day)
                WriteAngle((int)date.DayOfWeek / 7.0, input, ref at);
            WriteAngle(date.DayOfYear / 365.25, input, ref at);
            for (var c = 0; c < options.Days.Columns.Count; c++)
            {
                input[at++] = Column(i, c);
                if (options.Days.Columns[c].KnownAhead)
                    input[at++] = Column(i + options.Outputs, c);
            }
        }
        for (var h = 0; h < offsets.Length; h++)
            offsets[h] = (float)Math.Log(Math.Max(level * Math.Exp(logFactors[end + h]), LeastMean));
    }

    private float Column(int step, int column) => step < 0 ? 0f : (float)columns[step][column];

    // Element e is known before step e. An area's first counts weigh in full, so that a short history has a level at once.
    private (double Level, double Slow)[] Levels()
    {
        var result = new (double, double)[series.Length + 1];
        var (kept, keptSlow) = (Math.Exp(-1 / options.LevelMemory), Math.Exp(-1 / (options.LevelMemory * options.SlowMemoryFactor)));
        var (sum, weight, slowSum, slowWeight) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < series.Length; i++)
        {
            if (!double.IsNaN(series.Values[i]))
            {
                var value = series.Values[i] / Math.Exp(logFactors[i]);
                (sum, weight) = (sum * kept + value, weight * kept + 1);
                (slowSum, slowWeight) = (slowSum * keptSlow + value, slowWeight * keptSlow + 1);
            }
            result[i + 1] = weight == 0 ? default : (sum / weight, slowSum / slowWeight);
        }
        return result;
    }

    private static void WriteAngle(double turn, Span<float> target, ref int at)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * turn);
        target[at++] = (float)sine;
        target[at++] = (float)cosine;
    }
}
