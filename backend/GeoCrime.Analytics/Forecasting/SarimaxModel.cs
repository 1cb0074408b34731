namespace GeoCrime.Analytics.Forecasting;

/// <summary>Seasonal ARIMA with regressors, by exact maximum likelihood; missing counts need no filling.</summary>
/// <param name="order">Null for <see cref="Standard"/>.</param>
/// <param name="regressors">Columns of a day that are known for the future too: holidays, events. Week series always get two yearly Fourier pairs.</param>
/// <param name="days">Further columns, as they were known at the end of each history; those that a history teaches nothing of are left out.</param>
/// <remarks>Durbin and Koopman (2012).</remarks>
public sealed class SarimaxModel(SarimaxOrder? order = null, Func<DateOnly, double[]>? regressors = null, DayTable? days = null) : ISeriesModel
{
    private const int LeastOverParameters = 10;
    private const int LongSeries = 500;

    private bool automatic;

    /// <summary>A model that chooses its orders for each history; see <see cref="SarimaxOrderSearch"/>.</summary>
    public static SarimaxModel Automatic(Func<DateOnly, double[]>? regressors = null, DayTable? days = null) => new(null, regressors, days) { automatic = true };

    public ForecastModel Kind => automatic ? ForecastModel.AutoSarimax : ForecastModel.Sarimax;

    public bool RefitsAtEachOrigin => true;

    /// <summary>Days (1,1,1)(1,0,1)₇, weeks (1,1,1), months (0,1,1)(0,1,1)₁₂.</summary>
    public static SarimaxOrder Standard(SeriesStep step) => step switch
    {
        SeriesStep.Day => new SarimaxOrder(1, 1, 1) { SeasonalP = 1, SeasonalQ = 1, Season = 7 },
        SeriesStep.Week => new SarimaxOrder(1, 1, 1),
        _ => new SarimaxOrder(0, 1, 1) { SeasonalD = 1, SeasonalQ = 1, Season = 12 },
    };

    public string? Refusal(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var used = order ?? Standard(history.Step);
        used.Check();
        var least = used.Differences + used.Coefficients + LeastOverParameters;
        if (history.Known < least)
            return $"SARIMAX {used} needs {least} known counts; there are {history.Known}";
        return history.Values.Where(v => !double.IsNaN(v)).Distinct().Count() == 1 ? "all known counts are equal" : null;
    }

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default) => Estimate(history, cancellation);

    /// <inheritdoc cref="Fit"/>
    public FittedSarimax Estimate(CountSeries history, CancellationToken cancellation = default)
    {
        if (Refusal(history) is { } reason)
            throw new ArgumentException(reason, nameof(history));
        if (automatic)
            return SarimaxOrderSearch.Run(history, WithDays(regressors, history), cancellation);
        var used = order ?? Standard(history.Step);
        var known = WithDays(regressors ?? (history.Step == SeriesStep.Week ? YearlyPairs : null), history);
        var columns = FittedSarimax.Columns(history, history.Length, known);
        return Array.Exists(history.Values, double.IsNaN)
            ? WithGaps(history, used, known, columns, cancellation)
            : Complete(history, used, known, columns, cancellation);
    }

    private Func<DateOnly, double[]>? WithDays(Func<DateOnly, double[]>? known, CountSeries history)
    {
        if (days is null || days.Columns.Count == 0)
            return known;
        var rows = days.Before(history.DateAt(history.Length));
        var telling = rows.Telling(history);
        return telling.Length == 0 ? known : day =>
        {
            var row = rows.Over(day, history.Step);
            return [.. known?.Invoke(day) ?? [], .. telling.Select(c => row[c])];
        };
    }

    private static FittedSarimax Complete(
        CountSeries history, SarimaxOrder order, Func<DateOnly, double[]>? known, double[][] columns, CancellationToken cancellation)
    {
        var free = Search(history, order, columns, cancellation);
        return new FittedSarimax(order, SarimaxParameters.FromFree(order, columns.Length == 0 ? 0 : columns[0].Length, free), known);
    }

    // From the estimates for the counts with straight lines through the gaps.
    private static FittedSarimax WithGaps(
        CountSeries history, SarimaxOrder order, Func<DateOnly, double[]>? known, double[][] columns, CancellationToken cancellation)
    {
        var width = columns.Length == 0 ? 0 : columns[0].Length;
        double Loss(double[] free)
        {
            var value = -FittedSarimax.LogLikelihood(order, SarimaxParameters.FromFree(order, width, free), columns, history.Values);
            return double.IsFinite(value) ? value / history.Known : double.MaxValue;
        }

        var filled = new CountSeries(history.Start, history.Step, Interpolation.Linear(history.Values));
        var point = Lowest(Loss, [Search(filled, order, columns, cancellation)], cancellation);
        return new FittedSarimax(order, SarimaxParameters.FromFree(order, width, point), known);
    }

    // Free numbers of all parameters. Variance and coefficients follow from the rest, so only autoregression and moving average are searched.
    private static double[] Search(CountSeries series, SarimaxOrder order, double[][] columns, CancellationToken cancellation)
    {
        var likelihood = new ArmaLikelihood(order, series.Values, columns);
        SarimaxParameters Shape(double[] free) => SarimaxParameters.FromFree(order, 0, [.. free, 0]);
        var width = columns.Length == 0 ? 0 : columns[0].Length;
        double Loss(double[] free)
        {
            var value = -likelihood.At(Shape(free)).LogLikelihood / series.Known;
            return double.IsFinite(value) ? value : double.MaxValue;
        }

        var point = Lowest(Loss, Starts(series, order).Select(start => Start(series, order, width, start.Ar, start.Ma)[width..^1]), cancellation);
        var (_, variance, beta) = likelihood.At(Shape(point));
        return [.. beta, .. point, Math.Log(variance)];
    }

    // Ridges, where autoregression and moving average nearly cancel, flatten as the series grows: a short one gets two starts.
    private static (double Ar, double Ma)[] Starts(CountSeries history, SarimaxOrder order) =>
        order.Coefficients == 0 || history.Known > LongSeries ? [(0.1, -0.8)] : [(0.1, -0.8), (0.4, 0.1)];

    private static double[] Lowest(Func<double[], double> loss, IEnumerable<double[]> starts, CancellationToken cancellation)
    {
        var (point, value) = (Array.Empty<double>(), double.PositiveInfinity);
        foreach (var start in starts)
        {
            var found = start.Length == 0 ? (Point: start, Value: 0) : QuasiNewton.Minimise(loss, start, cancellation);
            if (found.Value < value)
                (point, value) = found;
        }
        return point;
    }

    private static double[] Start(CountSeries history, SarimaxOrder order, int width, double ar, double ma)
    {
        // FromFree negates moving-average numbers, so that −θ is what is stationary.
        var free = new double[width + order.Coefficients + 1];
        var at = width;
        foreach (var (count, value) in new[] { (order.P, ar), (order.Q, -ma), (order.SeasonalP, ar), (order.SeasonalQ, -ma) })
            for (var i = 0; i < count; i++)
                free[at++] = i == 0 ? value : 0;
        free[at] = Math.Log(DifferenceVariance(history.Values, order));
        return free;
    }

    private static double DifferenceVariance(double[] values, SarimaxOrder order)
    {
        var differenced = values;
        foreach (var lag in Enumerable.Repeat(1, order.D).Concat(Enumerable.Repeat(order.Season, order.SeasonalD)))
            differenced = [.. differenced.Skip(lag).Zip(differenced, (now, before) => now - before)];
        var known = differenced.Where(v => !double.IsNaN(v)).ToArray();
        var variance = known.Length < 2 ? 0 : known.Average(v => v * v) - (order.D + order.SeasonalD > 0 ? 0 : known.Average() * known.Average());
        return variance > 0 ? variance : 1;
    }

    private static double[] YearlyPairs(DateOnly day)
    {
        const double weeksOfYear = 52.18;
        var turn = 2 * Math.PI * (day.DayNumber - new DateOnly(2000, 1, 3).DayNumber) / 7.0 / weeksOfYear;
        return [Math.Sin(turn), Math.Cos(turn), Math.Sin(2 * turn), Math.Cos(2 * turn)];
    }
}
