namespace GeoCrime.Analytics.Forecasting;

/// <summary>Chooses SARIMAX orders: differences by tests, the rest step by step as long as AICc falls.</summary>
/// <remarks>
/// Hyndman and Khandakar (2008), Journal of Statistical Software 27(3): d by KPSS at 5 % with 3√n/13 lags, D where the season's strength is above 0.64;
/// four starts, then neighbours in p, q, P, Q. Without differences a constant is among the regressors. About 20 fits.
/// </remarks>
public static class SarimaxOrderSearch
{
    private const int MostLags = 3;
    private const int MostSeasonalLags = 1;
    private const int LeastLength = 30;
    private const double SeasonFrom = 0.64;
    private const double Significant = 0.05;

    /// <summary>The model with the lowest AICc that was met.</summary>
    /// <param name="regressors">Columns of a day that are known for the future too; null for none.</param>
    /// <exception cref="ArgumentException">The history is too short or even for any order.</exception>
    public static FittedSarimax Run(CountSeries history, Func<DateOnly, double[]>? regressors = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (d, seasonalD, season) = Differences(history);
        var columns = d + seasonalD > 0 ? regressors : WithConstant(regressors);
        var tried = new Dictionary<SarimaxOrder, (FittedSarimax Fitted, double Aicc)?>();
        (FittedSarimax Fitted, double Aicc)? Try(int p, int q, int sp, int sq)
        {
            if (p is < 0 or > MostLags || q is < 0 or > MostLags || sp is < 0 or > MostSeasonalLags || sq is < 0 or > MostSeasonalLags || (season == 0 && sp + sq > 0))
                return null;
            var order = new SarimaxOrder(p, d, q) { SeasonalP = sp, SeasonalD = seasonalD, SeasonalQ = sq, Season = season };
            if (tried.TryGetValue(order, out var known))
                return known;
            cancellation.ThrowIfCancellationRequested();
            var model = new SarimaxModel(order, columns);
            if (model.Refusal(history) is not null)
                return tried[order] = null;
            var fitted = model.Estimate(history, cancellation);
            return tried[order] = (fitted, fitted.Aicc(history));
        }

        var seasonal = season > 0 ? 1 : 0;
        (int, int, int, int)[] starts = [(2, 2, seasonal, seasonal), (0, 0, 0, 0), (1, 0, seasonal, 0), (0, 1, 0, seasonal), (1, 1, seasonal, seasonal)];
        var best = starts.Select(s => Try(s.Item1, s.Item2, s.Item3, s.Item4)).Where(found => found is not null).MinBy(found => found!.Value.Aicc)
            ?? throw new ArgumentException($"SARIMAX finds no order for {history.Known} known counts; about {LeastLength} that differ are needed");
        while (true)
        {
            var order = best.Fitted.Order;
            var next = Neighbours.Select(n => Try(order.P + n.P, order.Q + n.Q, order.SeasonalP + n.SeasonalP, order.SeasonalQ + n.SeasonalQ))
                .Where(found => found is not null).MinBy(found => found!.Value.Aicc);
            if (next is not { } better || better.Aicc >= best.Aicc - 1e-6)
                return best.Fitted;
            best = better;
        }
    }

    private static (int P, int Q, int SeasonalP, int SeasonalQ)[] Neighbours { get; } =
    [
        (1, 0, 0, 0), (-1, 0, 0, 0), (0, 1, 0, 0), (0, -1, 0, 0), (1, 1, 0, 0), (-1, -1, 0, 0), (0, 0, 1, 0), (0, 0, -1, 0), (0, 0, 0, 1), (0, 0, 0, -1),
    ];

    private static (int D, int SeasonalD, int Season) Differences(CountSeries history)
    {
        var values = Interpolation.Linear(history.Values);
        // The 52 weeks of a year are left to regressors: a state of a year from a handful of years says little.
        var season = history.Step == SeriesStep.Week || values.Length < 3 * history.Season ? 0 : history.Season;
        var seasonalD = season > 0 && StlDecomposition.Of(values, season, new StlOptions()).SeasonalStrength > SeasonFrom ? 1 : 0;
        if (seasonalD > 0)
            values = [.. values.Skip(season).Zip(values, (now, before) => now - before)];
        var d = 0;
        while (d < 2 && values.Length >= LeastLength && values.Distinct().Count() > 1 && Kpss.Test(values, trend: false, (int)(3 * Math.Sqrt(values.Length) / 13)).PValue < Significant)
        {
            d++;
            values = [.. values.Skip(1).Zip(values, (now, before) => now - before)];
        }
        return (d, seasonalD, season);
    }

    private static Func<DateOnly, double[]> WithConstant(Func<DateOnly, double[]>? regressors) =>
        regressors is null ? _ => [1] : day => [1, .. regressors(day)];
}
