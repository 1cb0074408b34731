using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Networks of one shape that answer together.</summary>
internal static class NetworkAverage
{
    /// <summary>The mean of their outputs.</summary>
    /// <param name="networks">At least one.</param>
    /// <returns>Shape [windows, outputs].</returns>
    public static double[] Say(IReadOnlyList<ForecastNetwork> networks, WindowSet windows)
    {
        var said = new double[windows.Count * networks[0].Shape.Outputs];
        foreach (var network in networks)
        {
            // One thread: tens of areas are a matter of milliseconds.
            using var forecaster = new BatchForecaster(network, 1);
            var own = forecaster.Forecast(windows);
            for (var i = 0; i < said.Length; i++)
                said[i] += own[i] / (double)networks.Count;
        }
        return said;
    }
}
