namespace GeoCrime.Analytics.Forecasting;

/// <summary>An estimated SARIMAX model.</summary>
/// <param name="Order">Its orders.</param>
/// <param name="Parameters">Its numbers.</param>
/// <param name="Regressors">Known columns of a day, also in the future; null for none.</param>
public sealed record FittedSarimax(SarimaxOrder Order, SarimaxParameters Parameters, Func<DateOnly, double[]>? Regressors = null)
    : IFittedModel
{
    /// <summary>Exact Gaussian log-likelihood of a history after the first d + D·s known counts.</summary>
    public double LogLikelihood(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return LogLikelihood(Order, Parameters, Columns(history, history.Length, Regressors), history.Values);
    }

    /// <summary>Akaike's criterion with the correction for small samples; comparable between models of the same differences.</summary>
    /// <returns>Infinite with too few counts for the parameters.</returns>
    public double Aicc(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (n, k) = (history.Known - Order.Differences, Order.Coefficients + Parameters.Beta.Length + 1);
        return n <= k + 1 ? double.PositiveInfinity : -2 * LogLikelihood(history) + 2.0 * k * n / (n - k - 1);
    }

    /// <inheritdoc/>
    /// <remarks>Cut off at 0.</remarks>
    public double[] Forecast(CountSeries history, int horizon) => [.. Predict(history, horizon).Select(p => Math.Max(0, p.Mean))];

    /// <summary>Mean and variance of each step under the model; the mean may be negative.</summary>
    /// <exception cref="ArgumentException">The history has no known value, or horizon &lt; 1.</exception>
    public IReadOnlyList<(double Mean, double Variance)> Predict(CountSeries history, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        history.RequireKnown();
        var columns = Columns(history, history.Length + horizon, Regressors);
        var filter = new KalmanFilter(new SarimaxSpace(Order, Parameters));
        filter.Run(Adjusted(history.Values, columns, Parameters.Beta), Order.Differences);
        var predictions = new List<(double, double)>();
        for (var h = 0; h < horizon; h++)
        {
            var (mean, variance) = filter.Expected;
            predictions.Add((mean + Effect(columns, history.Length + h, Parameters.Beta), variance));
            filter.Step(null);
        }
        return predictions;
    }

    internal static double LogLikelihood(SarimaxOrder order, SarimaxParameters parameters, double[][] columns, double[] values) =>
        new KalmanFilter(new SarimaxSpace(order, parameters)).Run(Adjusted(values, columns, parameters.Beta), order.Differences).LogLikelihood;

    /// <summary>Regressors of all steps; shape [length, regressors], or empty.</summary>
    internal static double[][] Columns(CountSeries series, int length, Func<DateOnly, double[]>? regressors) =>
        regressors is null ? [] : [.. Enumerable.Range(0, length).Select(i => regressors(series.DateAt(i)))];

    private static double[] Adjusted(double[] values, double[][] columns, double[] beta) =>
        beta.Length == 0 ? values : [.. values.Select((v, i) => v - Effect(columns, i, beta))];

    private static double Effect(double[][] columns, int index, double[] beta) =>
        beta.Length == 0 ? 0 : beta.Zip(columns[index], (b, x) => b * x).Sum();
}
