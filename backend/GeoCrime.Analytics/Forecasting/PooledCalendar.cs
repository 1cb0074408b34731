namespace GeoCrime.Analytics.Forecasting;

/// <summary>What weekday, holidays, the time of the year and further columns of days do to the counts of all areas alike, as factors.</summary>
/// <param name="Start">First day of the series' first step.</param>
/// <param name="Effects">One a calendar column (<see cref="CalendarTerms"/>), then one a further column; added up and exponentiated they give the factor.</param>
/// <param name="Shift">Added, so that the logarithms of the training part's factors have mean 0.</param>
/// <remarks>
/// A ridge regression of the logarithm of the areas' sum on the columns beside a cubic trend. One area's counts are too few to show a
/// year's shape; the sum of all shows it. Cost: O(steps · columns²).
/// </remarks>
public sealed record PooledCalendar(DateOnly Start, SeriesStep Step, HolidayCalendar? Holidays, double[] Effects, double Shift)
{
    /// <summary>Further columns, as they were known at the training part's end; null for none.</summary>
    public DayRows? Days { get; init; }

    private const int TrendTerms = 4;
    private const double Ridge = 3;

    // A year's shape is not told from two winters of noise in fewer steps than these.
    private const int LeastSeasonsOfYear = 2;

    /// <summary>The calendar of several areas' histories; without effect where they are shorter than two years or hold no count.</summary>
    /// <param name="areas">Of one step, start and length.</param>
    public static PooledCalendar Fit(IReadOnlyList<CountSeries> areas, HolidayCalendar? holidays, DayTable? days = null)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var first = areas[0];
        var further = days?.Columns.Count ?? 0;
        var none = new PooledCalendar(first.Start, first.Step, holidays, new double[CalendarTerms.Count(first.Step) + further], 0)
        {
            Days = further == 0 ? null : days!.Before(first.DateAt(first.Length)),
        };
        if (first.DateAt(first.Length) < first.Start.AddYears(LeastSeasonsOfYear))
            return none;
        var (rows, sums) = (new List<double[]>(), new List<double>());
        for (var i = 0; i < first.Length; i++)
        {
            if (Total(areas, i) is not { } total)
                continue;
            var row = new double[TrendTerms + none.Effects.Length];
            var time = 2.0 * i / first.Length - 1;
            for (var p = 0; p < TrendTerms; p++)
                row[p] = Math.Pow(time, p);
            none.Write(first.DateAt(i), row.AsSpan(TrendTerms));
            rows.Add(row);
            sums.Add(Math.Log(total + 0.5));
        }
        if (rows.Count <= TrendTerms + none.Effects.Length)
            return none;
        var theta = new RidgeSystem([.. rows], [.. sums]).Solve(
            Enumerable.Repeat(0.0, TrendTerms).Concat(Enumerable.Repeat(Ridge, none.Effects.Length)));
        var fitted = none with { Effects = theta[TrendTerms..] };
        return fitted with { Shift = -Enumerable.Range(0, first.Length).Average(fitted.LogFactor) };
    }

    /// <summary>Logarithm of the factor of a step; also beyond the end.</summary>
    public double LogFactor(int index)
    {
        Span<double> row = stackalloc double[Effects.Length];
        Write(DateAt(index), row);
        var sum = Shift;
        for (var c = 0; c < row.Length; c++)
            sum += Effects[c] * row[c];
        return sum;
    }

    /// <summary>Share of a step's days that are holidays.</summary>
    public double HolidayShare(int index)
    {
        if (Holidays is null)
            return 0;
        var (day, end, count) = (DateAt(index), DateAt(index + 1), 0);
        for (var d = day; d < end; d = d.AddDays(1))
            count += Holidays.Contains(d) ? 1 : 0;
        return (double)count / (end.DayNumber - day.DayNumber);
    }

    private void Write(DateOnly day, Span<double> row)
    {
        var calendar = CalendarTerms.Count(Step);
        CalendarTerms.Write(day, Step, Holidays, row[..calendar]);
        Days?.Over(day, Step).CopyTo(row[calendar..]);
    }

    private DateOnly DateAt(int index) => Step switch
    {
        SeriesStep.Day => Start.AddDays(index),
        SeriesStep.Week => Start.AddDays(7 * index),
        _ => Start.AddMonths(index),
    };

    // Where some areas are unknown, those known stand for all; null where half or more are unknown.
    private static double? Total(IReadOnlyList<CountSeries> areas, int index)
    {
        var (sum, known) = (0.0, 0);
        foreach (var series in areas)
            if (!double.IsNaN(series.Values[index]))
            {
                sum += series.Values[index];
                known++;
            }
        return 2 * known <= areas.Count ? null : sum * areas.Count / known;
    }
}
