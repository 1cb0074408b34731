namespace GeoCrime.Analytics.Forecasting.Boosting;

/// <summary>What the trees see of one area at an origin for a step ahead: calendar, recent means, the same phase of past seasons.</summary>
/// <remarks>All counts are divided by the area's recent mean (the base), so that areas of any size share one model.</remarks>
internal sealed class PanelFeatures
{
    /// <summary>Columns without those of the table of days.</summary>
    public const int Own = 19;
    private readonly CountSeries series;
    private readonly float area;
    private readonly HolidayCalendar? holidays;
    private readonly double[] sums;
    private readonly int[] known;
    private readonly DayRows? days;

    /// <param name="days">Columns of days as they were known at the end of the series; null for none.</param>
    public PanelFeatures(CountSeries series, int area, HolidayCalendar? holidays, DayTable? days)
    {
        (this.series, this.area, this.holidays) = (series, area, holidays);
        this.days = days?.Before(series.DateAt(series.Length));
        Count = Own + (days?.Columns.Count ?? 0);
        (sums, known) = (new double[series.Length + 1], new int[series.Length + 1]);
        for (var i = 0; i < series.Length; i++)
        {
            var missing = double.IsNaN(series.Values[i]);
            sums[i + 1] = sums[i] + (missing ? 0 : series.Values[i]);
            known[i + 1] = known[i] + (missing ? 0 : 1);
        }
    }

    /// <summary>Columns of a row.</summary>
    public int Count { get; }

    /// <summary>Steps of the base: 56 days, 26 weeks, 12 months.</summary>
    public static int BaseSteps(SeriesStep step) => step switch { SeriesStep.Day => 56, SeriesStep.Week => 26, _ => 12 };

    /// <summary>Mean count of the steps before an origin; at least 0.1.</summary>
    public double Base(int origin) => Math.Max(0.1, Mean(origin - BaseSteps(series.Step), origin) is var mean && double.IsNaN(mean) ? 0.1 : mean);

    /// <summary>Writes the rows of all steps ahead of an origin. Nothing at or after the origin is read but the calendar.</summary>
    /// <param name="target">Shape [horizon, <see cref="Count"/>] in one span.</param>
    public void Write(int origin, int horizon, Span<float> target)
    {
        var level = Base(origin);
        Span<float> recent = stackalloc float[6];
        var spans = series.Step switch { SeriesStep.Day => (7, 28, 112, 365), SeriesStep.Week => (4, 12, 52, 104), _ => (3, 6, 24, 36) };
        recent[0] = Ratio(Mean(origin - spans.Item1, origin), level);
        recent[1] = Ratio(Mean(origin - spans.Item2, origin), level);
        recent[2] = Ratio(Mean(origin - spans.Item3, origin), level);
        recent[3] = Ratio(Mean(origin - spans.Item4, origin), level);
        recent[4] = Ratio(Mean(origin - 1, origin), level);
        recent[5] = (float)level;
        for (var h = 0; h < horizon; h++)
        {
            var row = target.Slice(h * Count, Count);
            recent.CopyTo(row);
            row[6] = area;
            row[7] = h + 1;
            WriteCalendar(series.DateAt(origin + h), row[8..14]);
            WritePhases(origin, origin + h, level, row[14..Own]);
            WriteDays(series.DateAt(origin + h), row[Own..]);
        }
    }

    private void WriteDays(DateOnly start, Span<float> row)
    {
        if (row.Length == 0)
            return;
        var values = days!.Over(start, series.Step);
        for (var c = 0; c < row.Length; c++)
            row[c] = (float)values[c];
    }

    private void WriteCalendar(DateOnly start, Span<float> row)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * start.DayOfYear / 365.25);
        (row[0], row[1], row[2]) = ((float)sine, (float)cosine, (float)start.DayOfWeek);
        row[3] = series.Step == SeriesStep.Day ? start.Day : start.Month;
        if (series.Step == SeriesStep.Day)
        {
            row[4] = Holiday(start);
            row[5] = Holiday(start.AddDays(-1)) + 2 * Holiday(start.AddDays(1));
        }
        else
        {
            row[4] = series.Step == SeriesStep.Week ? Enumerable.Range(0, 7).Sum(day => Holiday(start.AddDays(day))) : 0;
            row[5] = DateTime.DaysInMonth(start.Year, start.Month);
        }
    }

    // Days: the same weekday's last 4 and 8, and the week a year ago; else the same phase of up to three years over the base of its time.
    private void WritePhases(int origin, int at, double level, Span<float> row)
    {
        row.Fill(float.NaN);
        if (series.Step == SeriesStep.Day)
        {
            var back = (at - origin) / 7 * 7 + 7;
            row[0] = Ratio(Same(at - back, 4), level);
            row[1] = Ratio(Same(at - back, 8), level);
            row[2] = Ratio(Same(at - back, 26), level);
            row[3] = Ratio(Mean(at - 367, Math.Min(origin, at - 360)), level);
            row[4] = Ratio(Mean(at - 364 - 28, Math.Min(origin, at - 364 + 28)) / Mean(origin - 364 - 28, origin - 364 + 28), 1);
            return;
        }
        var year = series.Season;
        var (sum, count) = (0.0, 0);
        for (var k = 1; k <= 3; k++)
        {
            // Beyond a season ahead, the year before is still to come.
            if (at - year * k >= origin)
                continue;
            var ratio = Mean(at - year * k, at - year * k + 1) / Mean(origin - year * k - BaseSteps(series.Step), origin - year * k);
            if (!double.IsFinite(ratio))
                continue;
            if (k == 1)
                row[0] = (float)ratio;
            (sum, count) = (sum + ratio, count + 1);
        }
        row[1] = count > 0 ? (float)(sum / count) : float.NaN;
        row[2] = count;
        row[3] = Ratio(Mean(at - year - 2, Math.Min(origin, at - year + 3)) / Mean(origin - year - 2, origin - year + 3), 1);
    }

    private double Same(int at, int rounds)
    {
        var (sum, count) = (0.0, 0);
        for (var k = 0; k < rounds; k++)
        {
            var i = at - 7 * k;
            if (i < 0 || double.IsNaN(series.Values[i]))
                continue;
            (sum, count) = (sum + series.Values[i], count + 1);
        }
        return count == 0 ? double.NaN : sum / count;
    }

    // NaN where the window starts before the series or holds no known count.
    private double Mean(int from, int to)
    {
        if (from < 0 || to <= from || to > series.Length)
            return double.NaN;
        var count = known[to] - known[from];
        return count == 0 ? double.NaN : (sums[to] - sums[from]) / count;
    }

    private float Holiday(DateOnly day) => holidays?.Contains(day) == true ? 1 : 0;

    private static float Ratio(double value, double level) => double.IsFinite(value / level) ? (float)(value / level) : float.NaN;
}
