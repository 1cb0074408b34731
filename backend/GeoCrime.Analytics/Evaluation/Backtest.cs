using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>What a model forecast at past origins, and what then came.</summary>
/// <param name="Origins">Steps that were known at each origin, increasing.</param>
/// <param name="Forecasts">Shape [origins, horizon].</param>
/// <param name="Actuals">Shape [origins, horizon]; NaN where missing.</param>
/// <param name="Fitted">Steps whose data the model's parameters rest on, for each origin; never more than the origin.</param>
public sealed record Backtest(int[] Origins, double[][] Forecasts, double[][] Actuals, int[] Fitted)
{
    public int Horizon => Forecasts.Length == 0 ? 0 : Forecasts[0].Length;

    /// <summary>Actual − forecast; shape [origins, horizon]; NaN where the actual is missing.</summary>
    public double[][] Errors { get; } =
        [.. Forecasts.Select((path, o) => path.Select((value, h) => Actuals[o][h] - value).ToArray())];

    /// <summary>Some of the origins, by their places.</summary>
    public Backtest At(IReadOnlyList<int> places) => new(
        [.. places.Select(o => Origins[o])], [.. places.Select(o => Forecasts[o])], [.. places.Select(o => Actuals[o])],
        [.. places.Select(o => Fitted[o])]);

    /// <summary>The origins before which the series had a count; an area that was reported on from later on has no others.</summary>
    public Backtest Known(CountSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var first = Array.FindIndex(series.Values, value => !double.IsNaN(value));
        return first < 0 ? At([]) : At([.. Enumerable.Range(0, Origins.Length).Where(o => Origins[o] > first)]);
    }

    /// <summary>The last windows that were over before a step: what could be learnt from at that step.</summary>
    /// <param name="most">At most so many.</param>
    public Backtest Over(int step, int most)
    {
        var over = Enumerable.Range(0, Origins.Length).Where(o => Origins[o] + Horizon <= step).ToArray();
        return At(over[Math.Max(0, over.Length - most)..]);
    }

    /// <summary>The first steps of every window.</summary>
    public Backtest Steps(int horizon) => Between(0, horizon);

    /// <summary>Some steps of every window, from the first one on and up to one that is left out.</summary>
    public Backtest Between(int from, int to) => new(Origins, [.. Forecasts.Select(path => path[from..to])], [.. Actuals.Select(path => path[from..to])], Fitted);

    /// <summary>This backtest, then another of the same series with later origins.</summary>
    public Backtest Then(Backtest later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new Backtest([.. Origins, .. later.Origins], [.. Forecasts, .. later.Forecasts], [.. Actuals, .. later.Actuals], [.. Fitted, .. later.Fitted]);
    }
}
