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
}
