namespace GeoCrime.Analytics.Forecasting;

/// <summary>A model with its parameters fixed.</summary>
public interface IFittedModel
{
    /// <summary>The mean path after a history.</summary>
    /// <param name="history">The fitted series from the same start, up to the same or a later step.</param>
    /// <param name="horizon">Steps ahead; ≥ 1.</param>
    /// <returns>Shape [horizon]; finite and ≥ 0.</returns>
    /// <exception cref="ArgumentException">The history has no known value, or horizon &lt; 1.</exception>
    double[] Forecast(CountSeries history, int horizon);
}
