using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>How a model of all areas did on past origins, averaged over areas and origins.</summary>
/// <param name="Origins">Number of origins.</param>
/// <param name="Mase">Of its mean paths.</param>
/// <param name="SeasonalNaiveMase">On the same areas and origins.</param>
/// <param name="RecentMeanMase">On the same areas and origins.</param>
/// <param name="Coverage">80 and 95 %: how often intervals corrected on the other origins held.</param>
public sealed record PooledScore(int Origins, double Mase, double SeasonalNaiveMase, double RecentMeanMase, IReadOnlyList<CoverageRow> Coverage)
{
    private static readonly double[] Levels = [80, 95];

    /// <summary>The score of a backtest beside the plain alternatives.</summary>
    /// <param name="areas">Of one start and step, at least as long as the backtest reaches.</param>
    public static PooledScore Of(IReadOnlyList<CountSeries> areas, GlobalBacktestResult past)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(past);
        var test = past.Areas[0];
        var known = areas.Select((series, area) => past.Areas[area].Known(series)).ToArray();
        double Plain(ForecastModel kind)
        {
            var model = PlainModels.All.Single(m => m.Kind == kind);
            return Mean(areas, [.. areas.Select((series, area) => RollingOrigin.Run(model, series, known[area].Origins, test.Horizon))]);
        }

        return new PooledScore(
            test.Origins.Length, Mean(areas, known), Plain(ForecastModel.SeasonalNaive), Plain(ForecastModel.Mean),
            [.. Levels.Select(level => new CoverageRow(level, Covered(past, level)))]);
    }

    /// <summary>The score of networks that each were tested on an area of their own: means over the areas' scorecards.</summary>
    /// <returns>Null where none was tested.</returns>
    public static PooledScore? Of(IReadOnlyList<Scorecard> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var tested = areas.Where(card => card.Mase is not null && card.Baselines.All(plain => plain.Mase is not null)).ToArray();
        return tested.Length == 0 ? null : new PooledScore(
            tested.Max(card => card.Origins), tested.Average(card => card.Mase!.Value), tested.Average(card => card.Baselines[0].Mase!.Value), tested.Average(card => card.Baselines[1].Mase!.Value),
            [.. tested.SelectMany(card => card.Coverage).GroupBy(row => row.Level).Select(rows => new CoverageRow(rows.Key, rows.Average(row => row.Observed)))]);
    }

    private static double Mean(IReadOnlyList<CountSeries> areas, Backtest[] tests) =>
        areas.Select((series, area) => ForecastErrors.Mase(tests[area], series)).OfType<double>().DefaultIfEmpty(double.NaN).Average();

    // Each origin's intervals are corrected by the other origins alone; with one origin nothing can be said.
    private static double? Covered(GlobalBacktestResult past, double level)
    {
        var origins = past.Areas[0].Origins.Length;
        if (origins < 2)
            return null;
        var (inside, count) = (0, 0);
        for (var o = 0; o < origins; o++)
        {
            int[] others = [.. Enumerable.Range(0, origins).Where(other => other != o)];
            var conformal = ConformalCounts.From(past.At(others));
            for (var area = 0; area < past.Areas.Count; area++)
                for (var h = 0; h < past.Areas[area].Horizon; h++)
                    if (past.Areas[area].Actuals[o][h] is var actual && !double.IsNaN(actual))
                    {
                        var (lower, upper) = conformal.Interval(past.Paths[area][o], h, level);
                        inside += actual >= lower && actual <= upper ? 1 : 0;
                        count++;
                    }
        }
        return count == 0 ? null : (double)inside / count;
    }
}
