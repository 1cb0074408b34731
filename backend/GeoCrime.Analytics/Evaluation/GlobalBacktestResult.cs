using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>What a model of all areas forecast at past origins.</summary>
/// <param name="Areas">One backtest an area.</param>
/// <param name="Paths">Shape [areas, origins]: the distributions.</param>
public sealed record GlobalBacktestResult(IReadOnlyList<Backtest> Areas, IReadOnlyList<CountPath[]> Paths)
{
    /// <summary>Some of the origins, by their places.</summary>
    public GlobalBacktestResult At(IReadOnlyList<int> places) =>
        new([.. Areas.Select(test => test.At(places))], [.. Paths.Select(paths => places.Select(o => paths[o]).ToArray())]);
}
