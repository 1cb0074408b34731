using System.Globalization;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Files;

/// <summary>A backtest's models beside each other, as a Markdown table: means over series and origins.</summary>
internal static class LeaderboardFile
{
    private const int Parts = 3;

    /// <param name="scores">Shape [models, series].</param>
    public static IEnumerable<string> Lines(string title, IReadOnlyList<(string Name, CountSeries Series)> series, NestedScores?[][] scores, NestedBacktestOptions options)
    {
        var horizon = options.Forecast.Horizon;
        var levels = options.Forecast.Levels;
        yield return $"**{title}**: {series.Count} series, {options.Origins.Length} origins, {horizon} steps ahead";
        yield return "";
        var parts = Enumerable.Range(0, Parts).Select(part => (From: part * horizon / Parts, To: (part + 1) * horizon / Parts)).Where(part => part.To > part.From).ToArray();
        yield return "| model | MASE | ± SE | rel. | RMSE | MAE | MAPE % | sMAPE % | R² | direction % | CRPS | "
            + string.Join(" | ", levels.Select(level => $"in {level:0.#} %")) + $" | {levels[^1]:0.#} %: bootstrap | Winkler {levels[^1]:0.#} | PIT | "
            + string.Join(" | ", parts.Select(part => $"MASE {part.From + 1}–{part.To}")) + " |";
        yield return "|---|" + string.Concat(Enumerable.Repeat("---|", 10 + levels.Count + 3 + parts.Length));
        for (var m = 0; m < options.Models.Count; m++)
        {
            var known = series.Select((each, s) => (each.Series, Scores: scores[m][s])).Where(each => each.Scores is not null).Select(each => (each.Series, Scores: each.Scores!)).ToArray();
            var name = options.Models[m].ToString().ToLowerInvariant();
            yield return known.Length == 0 ? $"| {name} | refuses these series |" : Row(name, known, options, parts);
        }
        yield return "";
    }

    private static string Row(
        string name, (CountSeries Series, NestedScores Scores)[] known, NestedBacktestOptions options, (int From, int To)[] parts)
    {
        var levels = options.Forecast.Levels;
        double? Over(Func<CountSeries, Backtest, double?> measure) => Mean(known.Select(each => measure(each.Series, each.Scores.Backtest)));
        var byOrigin = ByOrigin([.. known.Select(each => (each.Series, each.Scores.Backtest))], 0, int.MaxValue);
        var mase = Mean(byOrigin.Select(value => (double?)value));
        var plain = Mean(ByOrigin([.. known.Select(each => (each.Series, RollingOrigin.Run(PlainModels.SeasonalNaive, each.Series, options.Origins, options.Forecast.Horizon)))], 0, int.MaxValue).Select(value => (double?)value));
        var deviation = byOrigin.Length < 2 ? (double?)null : Math.Sqrt(byOrigin.Sum(value => Math.Pow(value - mase!.Value, 2)) / (byOrigin.Length - 1) / byOrigin.Length);
        var steps = known.SelectMany(each => each.Scores.Steps).SelectMany(path => path).OfType<StepScore>().ToArray();
        string Share(int level) => steps.Length == 0 ? "" : (100 * steps.Average(step => step.Inside[level] ? 1.0 : 0)).ToString("0.0", CultureInfo.InvariantCulture);
        string[] cells =
        [
            name, Text(mase, "0.000"), Text(deviation, "0.000"), Text(mase / plain, "0.000"), Text(Over((_, b) => ForecastErrors.Rmse(b)), "0.00"), Text(Over((_, b) => ForecastErrors.Mae(b)), "0.00"),
            Text(Over((_, b) => ForecastErrors.Mape(b)), "0.0"), Text(Over((_, b) => ForecastErrors.Smape(b)), "0.0"), Text(Over((_, b) => ForecastErrors.RSquared(b)), "0.00"),
            Text(100 * Over((s, b) => ForecastErrors.DirectionalAccuracy(b, s)), "0"), steps.Length == 0 ? "" : Text(steps.Average(step => step.Crps), "0.000"),
            .. levels.Select((_, level) => Share(level)), Bootstrap(known, options), steps.Length == 0 ? "" : Text(steps.Average(step => step.Winkler[^1]), "0.00"),
            steps.Length == 0 ? "" : Text(Distance(steps), "0.000"),
            .. parts.Select(part => Text(Mean(ByOrigin([.. known.Select(each => (each.Series, each.Scores.Backtest))], part.From, part.To).Select(value => (double?)value)), "0.000")),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    // The highest level's coverage, resampled in blocks of origins whose windows overlap.
    private static string Bootstrap((CountSeries Series, NestedScores Scores)[] known, NestedBacktestOptions options)
    {
        var byOrigin = Enumerable.Range(0, options.Origins.Length).Select(o => known.SelectMany(each => each.Scores.Steps[o]).OfType<StepScore>().Select(step => step.Inside[^1] ? 1.0 : 0).DefaultIfEmpty(double.NaN).Average())
            .Where(share => !double.IsNaN(share)).ToArray();
        if (byOrigin.Length < 2)
            return "";
        var spacing = Math.Max(1, (options.Origins[^1] - options.Origins[0]) / (options.Origins.Length - 1));
        var (lower, upper) = BlockBootstrap.MeanInterval(byOrigin, (options.Forecast.Horizon + spacing - 1) / spacing, options.Forecast.Seed);
        return $"{(100 * lower).ToString("0", CultureInfo.InvariantCulture)}–{(100 * upper).ToString("0", CultureInfo.InvariantCulture)}";
    }

    // Kolmogorov's distance of the randomised PIT from the uniform distribution.
    private static double Distance(StepScore[] steps)
    {
        var pits = steps.Select(step => step.Pit).Order().ToArray();
        return pits.Select((pit, i) => Math.Max(Math.Abs(pit - (double)i / pits.Length), Math.Abs(pit - (i + 1.0) / pits.Length))).Max();
    }

    /// <summary>MASE of each origin, the mean over series; for some of the steps.</summary>
    public static double[] ByOrigin((CountSeries Series, Backtest Backtest)[] tested, int from, int to) =>
        [.. Enumerable.Range(0, tested[0].Backtest.Origins.Length).Select(o => Mean(tested.Select(each =>
        {
            var errors = each.Backtest.Errors[o].Skip(from).Take(to - from).Where(e => !double.IsNaN(e)).Select(Math.Abs).ToArray();
            return errors.Length == 0 ? null : errors.Average() / ForecastErrors.Scale(each.Series, each.Backtest.Origins[o]);
        }))).OfType<double>()];

    private static double? Mean(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToArray();
        return known.Length == 0 ? null : known.Average();
    }

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
