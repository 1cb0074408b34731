namespace GeoCrime.Analytics.Forecasting;

/// <summary>An estimated exponential smoothing model.</summary>
/// <param name="Form">Its states.</param>
/// <param name="Parameters">Smoothing parameters.</param>
/// <param name="Initial">States before the first step: level, trend, season from the first step's phase on.</param>
/// <param name="SquaredErrors">Sum of squared one-step errors over the fitted history.</param>
/// <param name="Known">Known counts of it.</param>
public sealed record FittedEts(EtsForm Form, EtsParameters Parameters, double[] Initial, double SquaredErrors, int Known) : IFittedModel
{
    /// <summary>Gaussian log-likelihood at the estimated error variance.</summary>
    public double LogLikelihood => -Known / 2.0 * (Math.Log(2 * Math.PI * SquaredErrors / Known) + 1);

    /// <summary>Akaike's criterion with the correction for small samples; infinite with too few counts for the parameters.</summary>
    public double Aicc => Known <= Form.Parameters + 1
        ? double.PositiveInfinity
        : -2 * LogLikelihood + 2.0 * Form.Parameters * Known / (Known - Form.Parameters - 1);

    public double[] Forecast(CountSeries history, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        history.RequireKnown();
        var filter = new EtsFilter(Form, Parameters);
        var path = filter.Path(filter.Run(history.Values, Initial), history.Length, horizon);
        for (var h = 0; h < horizon; h++)
            path[h] = Math.Max(0, path[h]);
        return path;
    }
}
