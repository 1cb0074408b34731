using GeoCrime.Analytics.Forecasting;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Makes the scorecard of a backtest.</summary>
public static class Scoring
{
    private const int LeastOriginsToCompare = 5;

    /// <summary>The scorecard of a model beside the plain alternatives.</summary>
    /// <param name="backtest">The model's.</param>
    /// <param name="seasonalNaive">On the same origins.</param>
    /// <param name="mean">On the same origins.</param>
    /// <param name="levels">Interval levels to check; per cent.</param>
    /// <exception cref="ArgumentException">The backtests have different origins.</exception>
    public static Scorecard Score(
        CountSeries series, Backtest backtest, Backtest seasonalNaive, Backtest mean, IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(backtest);
        ArgumentNullException.ThrowIfNull(seasonalNaive);
        ArgumentNullException.ThrowIfNull(mean);
        if (!backtest.Origins.SequenceEqual(seasonalNaive.Origins) || !backtest.Origins.SequenceEqual(mean.Origins))
            throw new ArgumentException("the model and the plain alternatives were run on different origins");
        var names = (Season: "seasonal naive", Mean: RecentName(series));
        var (alternative, name) = (ForecastErrors.Mae(seasonalNaive) ?? 0) < (ForecastErrors.Mae(mean) ?? 0)
            ? (seasonalNaive, names.Season)
            : (mean, names.Mean);
        var beats = Beats(series, backtest, alternative);
        var (coverage, crps) = IntervalScores.Of(backtest, levels);
        return new Scorecard(
            [Baseline(names.Season, seasonalNaive, series), Baseline(names.Mean, mean, series)],
            backtest.Origins.Length, ForecastErrors.Mase(backtest, series), ForecastErrors.Rmse(backtest),
            ForecastErrors.Mae(backtest), ForecastErrors.Mape(backtest), ForecastErrors.RSquared(backtest), crps,
            ForecastErrors.DirectionalAccuracy(backtest, series), coverage, beats, Note(backtest, alternative, name, beats));
    }

    /// <summary>
    /// Whether the 90 % interval of the mean difference of absolute errors lies below 0; null below 5 origins. Differences are
    /// scaled as in MASE where there is a scale, and origins whose windows overlap count as correlated.
    /// </summary>
    /// <param name="confidence">One-sided; 0.5–1.</param>
    /// <remarks>Diebold and Mariano (1995) with Bartlett weights and Student's t on origins − 1 degrees of freedom.</remarks>
    public static bool? Beats(CountSeries series, Backtest model, Backtest alternative, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (own, other) = (ForecastErrors.AbsoluteByOrigin(model), ForecastErrors.AbsoluteByOrigin(alternative));
        var differences = own.Select((mae, o) => (mae - other[o]) / (ForecastErrors.Scale(series, model.Origins[o]) ?? 1))
            .Where(d => !double.IsNaN(d)).ToArray();
        var n = differences.Length;
        if (n < LeastOriginsToCompare)
            return null;
        var mean = differences.Average();
        var spacing = Math.Max(1, (model.Origins[^1] - model.Origins[0]) / (model.Origins.Length - 1));
        var overlap = Math.Min(n - 1, (model.Horizon + spacing - 1) / spacing - 1);
        var variance = 0.0;
        for (var lag = -overlap; lag <= overlap; lag++)
        {
            var weight = 1 - Math.Abs(lag) / (overlap + 1.0);
            for (var i = Math.Max(0, lag); i < Math.Min(n, n + lag); i++)
                variance += weight * (differences[i] - mean) * (differences[i - lag] - mean);
        }
        var error = Math.Sqrt(Math.Max(0, variance) / (n - 1) / n);
        return mean + StudentT.InvCDF(0, 1, n - 1, confidence) * error < 0;
    }

    /// <summary>"mean of the last 28 days", or of 12 weeks or months.</summary>
    public static string RecentName(CountSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return $"mean of the last {series.Recent} {series.Step switch { SeriesStep.Day => "days", SeriesStep.Week => "weeks", _ => "months" }}";
    }

    private static BaselineScore Baseline(string name, Backtest backtest, CountSeries series) =>
        new(name, ForecastErrors.Mase(backtest, series), ForecastErrors.Mae(backtest),
            ForecastErrors.DirectionalAccuracy(backtest, series));

    private static string Note(Backtest backtest, Backtest alternative, string name, bool? beats)
    {
        if (ForecastErrors.Mae(backtest) is not { } mae || ForecastErrors.Mae(alternative) is not { } other)
            return "The series is too short, or too much of it is missing, to be tested on its own past.";
        var compared = other > 0
            ? $"its mean absolute error over {backtest.Origins.Length} past origins was {mae:0.##}, that of the {name} {other:0.##}"
            : $"the {name} made no error over {backtest.Origins.Length} past origins";
        return beats switch
        {
            true => $"Better than the plain alternative: {compared}.",
            false => $"Not shown to be better than the plain alternative: {compared}.",
            null => $"Too few origins to say whether it is better than the plain alternative: {compared}.",
        };
    }
}
