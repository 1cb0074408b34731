using System.Globalization;
using GeoCrime.Analytics.Forecasting;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Whether a new model (the challenger) should take the place of the published one (the champion), and why.</summary>
/// <param name="Origins">On which both were tested.</param>
/// <param name="Champion">Mean absolute scaled error over areas and origins.</param>
/// <param name="Challenger">The same.</param>
/// <param name="Interval">90 % interval of challenger − champion; null below five origins.</param>
/// <param name="Publish">Whether the challenger's error is not above the champion's.</param>
/// <param name="Reason">In words, with the numbers.</param>
public sealed record ModelComparison(int Origins, double Champion, double Challenger, (double Low, double High)? Interval, bool Publish, string Reason)
{
    private const int LeastOriginsForInterval = 5;

    /// <summary>Compares two models on the same areas and origins.</summary>
    /// <param name="series">The areas.</param>
    /// <param name="champion">One backtest an area.</param>
    /// <param name="challenger">The same areas and origins.</param>
    /// <exception cref="ArgumentException">Areas or origins differ, or no area has a scale.</exception>
    /// <remarks>Areas share their shocks: an origin is one observation. Paired differences with Student's t, widened for windows that overlap.</remarks>
    public static ModelComparison Of(IReadOnlyList<CountSeries> series, IReadOnlyList<Backtest> champion, IReadOnlyList<Backtest> challenger)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(champion);
        ArgumentNullException.ThrowIfNull(challenger);
        if (champion.Count != series.Count || challenger.Count != series.Count)
            throw new ArgumentException($"{series.Count} areas, but the champion was tested on {champion.Count} and the challenger on {challenger.Count}");
        if (champion.Zip(challenger).Any(pair => !pair.First.Origins.SequenceEqual(pair.Second.Origins) || pair.First.Horizon != pair.Second.Horizon))
            throw new ArgumentException("champion and challenger were tested on different origins or horizons");
        var (old, next) = (ByOrigin(series, champion), ByOrigin(series, challenger));
        var used = Enumerable.Range(0, old.Length).Where(o => !double.IsNaN(old[o]) && !double.IsNaN(next[o])).ToArray();
        if (used.Length == 0)
            throw new ArgumentException("no origin has a known count and a scale to compare on");
        var (a, b) = (used.Average(o => old[o]), used.Average(o => next[o]));
        var interval = IntervalOf([.. used.Select(o => next[o] - old[o])], Overlap(champion[0]));
        return new ModelComparison(used.Length, a, b, interval, b <= a, Words(used.Length, a, b, interval));
    }

    private static double[] ByOrigin(IReadOnlyList<CountSeries> series, IReadOnlyList<Backtest> tests)
    {
        var errors = tests.Select(ForecastErrors.AbsoluteByOrigin).ToArray();
        return [.. Enumerable.Range(0, tests.Count == 0 ? 0 : tests[0].Origins.Length).Select(o =>
            Enumerable.Range(0, tests.Count)
                .Select(area => errors[area][o] / (ForecastErrors.Scale(series[area], tests[area].Origins[o]) ?? double.NaN))
                .Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average())];
    }

    private static double Overlap(Backtest test) => test.Origins.Length < 2
        ? 1
        : Math.Max(1, (double)test.Horizon * (test.Origins.Length - 1) / (test.Origins[^1] - test.Origins[0]));

    private static (double, double)? IntervalOf(double[] differences, double overlap)
    {
        var n = differences.Length;
        if (n < LeastOriginsForInterval)
            return null;
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (n - 1) / n * overlap);
        var half = StudentT.InvCDF(0, 1, n - 1, 0.95) * error;
        return (mean - half, mean + half);
    }

    private static string Words(int origins, double champion, double challenger, (double Low, double High)? interval)
    {
        var numbers = string.Create(CultureInfo.InvariantCulture,
            $"scaled error {challenger:0.000} against {champion:0.000} of the published model over {origins} past origins");
        return (challenger <= champion, interval) switch
        {
            (true, { High: < 0 }) => $"Publish: better than the published model ({numbers}).",
            (true, null) => $"Publish: not worse than the published model ({numbers}); too few origins to say more.",
            (true, _) => $"Publish: not worse than the published model ({numbers}); the difference may be chance.",
            (false, { Low: > 0 }) => $"Keep the published model: the new one is worse ({numbers}).",
            (false, null) => $"Keep the published model: the new one did worse ({numbers}); too few origins to say more.",
            _ => $"Keep the published model: the new one did worse ({numbers}); the difference may be chance.",
        };
    }
}
