using System.Globalization;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Files;

/// <summary>A backtest as CSV: one row a series and model.</summary>
internal static class BacktestRows
{
    /// <param name="scores">Shape [models, series].</param>
    public static IEnumerable<string> Lines(IReadOnlyList<(string Name, CountSeries Series)> series, NestedScores?[][] scores, NestedBacktestOptions options)
    {
        var levels = options.Forecast.Levels;
        yield return string.Join(',', [
            "series,model,answered_by,origins,mase,rmse,mae,mape,smape,r2,directional_accuracy,crps",
            .. levels.Select(level => $"coverage_{level:0.##}"), .. levels.Select(level => $"winkler_{level:0.##}"), "seasonal_naive_mase,recent_mean_mase,beats_baseline"]);
        for (var s = 0; s < series.Count; s++)
        {
            var counts = series[s].Series;
            var naive = RollingOrigin.Run(PlainModels.SeasonalNaive, counts, options.Origins, options.Forecast.Horizon);
            var mean = RollingOrigin.Run(PlainModels.Mean, counts, options.Origins, options.Forecast.Horizon);
            var plain = (ForecastErrors.Mae(naive) ?? 0) < (ForecastErrors.Mae(mean) ?? 0) ? naive : mean;
            for (var m = 0; m < options.Models.Count; m++)
            {
                var name = options.Models[m].ToString().ToLowerInvariant();
                if (scores[m][s] is not { } score)
                {
                    yield return string.Join(',', [ResultFile.Quote(series[s].Name), name, "none,0", .. Enumerable.Repeat("", 11 + 2 * levels.Count)]);
                    continue;
                }
                var (backtest, steps) = (score.Backtest, score.Steps.SelectMany(path => path).OfType<StepScore>().ToArray());
                yield return string.Join(',', [
                    ResultFile.Quote(series[s].Name), name, string.Join('+', score.Answered.Distinct().Select(model => model.ToString().ToLowerInvariant())), $"{backtest.Origins.Length}",
                    .. Numbers(
                        ForecastErrors.Mase(backtest, counts), ForecastErrors.Rmse(backtest), ForecastErrors.Mae(backtest), ForecastErrors.Mape(backtest), ForecastErrors.Smape(backtest),
                        ForecastErrors.RSquared(backtest), ForecastErrors.DirectionalAccuracy(backtest, counts), Mean(steps, step => step.Crps)),
                    .. Numbers([.. levels.Select((_, l) => Mean(steps, step => step.Inside[l] ? 1 : 0))]), .. Numbers([.. levels.Select((_, l) => Mean(steps, step => step.Winkler[l]))]),
                    .. Numbers(ForecastErrors.Mase(naive, counts), ForecastErrors.Mase(mean, counts)),
                    Scoring.Beats(counts, backtest, plain)?.ToString().ToLowerInvariant() ?? ""]);
            }
        }
    }

    /// <summary>One row a series, model and origin.</summary>
    public static IEnumerable<string> ByOrigin(IReadOnlyList<(string Name, CountSeries Series)> series, NestedScores?[][] scores, NestedBacktestOptions options)
    {
        var levels = options.Forecast.Levels;
        yield return string.Join(',', ["series,model,answered_by,origin,mase,crps", .. levels.Select(level => $"coverage_{level:0.##}"), .. levels.Select(level => $"winkler_{level:0.##}")]);
        for (var s = 0; s < series.Count; s++)
            foreach (var score in scores.Select(each => each[s]).OfType<NestedScores>())
                for (var o = 0; o < score.Backtest.Origins.Length; o++)
                {
                    StepScore[] steps = [.. score.Steps[o].OfType<StepScore>()];
                    yield return string.Join(',', [
                        ResultFile.Quote(series[s].Name), score.Model.ToString().ToLowerInvariant(), score.Answered[o].ToString().ToLowerInvariant(), $"{score.Backtest.Origins[o]}",
                        .. Numbers(ForecastErrors.Mase(score.Backtest.At([o]), series[s].Series), Mean(steps, step => step.Crps)),
                        .. Numbers([.. levels.Select((_, l) => Mean(steps, step => step.Inside[l] ? 1 : 0))]), .. Numbers([.. levels.Select((_, l) => Mean(steps, step => step.Winkler[l]))])]);
                }
    }

    private static double? Mean(StepScore[] steps, Func<StepScore, double> value) => steps.Length == 0 ? null : steps.Average(value);

    private static IEnumerable<string> Numbers(params double?[] values) => values.Select(value => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "");
}
