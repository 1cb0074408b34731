namespace GeoCrime.Analytics.Forecasting;

/// <summary>The mean of values in order of time of which neighbours share what they rest on.</summary>
/// <param name="Error">Its standard error, widened for the overlap.</param>
/// <param name="Stretches">How many values without overlap they are worth.</param>
internal readonly record struct OverlappingMean(double Mean, double Error, double Stretches)
{
    /// <param name="values">At least two.</param>
    /// <param name="overlap">How many neighbours share something; ≥ 1.</param>
    public static OverlappingMean Of(double[] values, double overlap)
    {
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length * overlap);
        return new OverlappingMean(mean, error, values.Length / overlap);
    }
}
