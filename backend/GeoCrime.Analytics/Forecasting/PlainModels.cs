namespace GeoCrime.Analytics.Forecasting;

/// <summary>The plain alternatives that every other model has to beat.</summary>
/// <remarks>Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, section 5.2. Cost: O(n) each.</remarks>
public static class PlainModels
{
    /// <summary>The last known count, at every step.</summary>
    public static ISeriesModel Naive { get; } = new PlainModel(
        ForecastModel.Naive, (history, horizon) => Flat(LastKnown(history.Values), horizon));

    /// <summary>
    /// The last known count of the same season: of that weekday, week or month. A season without any known count gets the
    /// mean of all known ones.
    /// </summary>
    public static ISeriesModel SeasonalNaive { get; } = new PlainModel(ForecastModel.SeasonalNaive, SeasonalPath);

    /// <summary>The line from the first known count through the last; not below 0.</summary>
    public static ISeriesModel Drift { get; } = new PlainModel(ForecastModel.Drift, DriftPath);

    /// <summary>The mean of the known counts among the last 28 days, 12 weeks or 12 months; of all, where these are missing.</summary>
    public static ISeriesModel Mean { get; } = new PlainModel(
        ForecastModel.Mean, (history, horizon) => Flat(RecentMean(history), horizon));

    /// <summary>All four.</summary>
    public static IReadOnlyList<ISeriesModel> All { get; } = [Naive, SeasonalNaive, Drift, Mean];

    private static double[] Flat(double value, int horizon)
    {
        var path = new double[horizon];
        Array.Fill(path, value);
        return path;
    }

    private static double LastKnown(double[] values) => values[Array.FindLastIndex(values, v => !double.IsNaN(v))];

    private static double[] SeasonalPath(CountSeries history, int horizon)
    {
        var path = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var at = history.Length + h % history.Season - history.Season;
            while (at >= 0 && double.IsNaN(history.Values[at]))
                at -= history.Season;
            path[h] = at >= 0 ? history.Values[at] : history.Values.Where(v => !double.IsNaN(v)).Average();
        }
        return path;
    }

    private static double[] DriftPath(CountSeries history, int horizon)
    {
        var values = history.Values;
        var first = Array.FindIndex(values, v => !double.IsNaN(v));
        var last = Array.FindLastIndex(values, v => !double.IsNaN(v));
        var slope = last > first ? (values[last] - values[first]) / (last - first) : 0;
        var path = new double[horizon];
        for (var h = 0; h < horizon; h++)
            path[h] = Math.Max(0, values[last] + slope * (history.Length + h - last));
        return path;
    }

    private static double RecentMean(CountSeries history)
    {
        var recent = history.Values.TakeLast(history.Recent).Where(v => !double.IsNaN(v)).ToArray();
        return recent.Length > 0 ? recent.Average() : history.Values.Where(v => !double.IsNaN(v)).Average();
    }
}
