namespace GeoCrime.Analytics.Forecasting;

/// <summary>An estimated exponential smoothing model.</summary>
/// <param name="Form">Its states.</param>
/// <param name="Parameters">Smoothing parameters.</param>
/// <param name="Initial">States before the first step: level, trend, season from the first step's phase on.</param>
/// <param name="SquaredErrors">Sum of squared one-step errors over the fitted history; of relative ones where the error multiplies.</param>
/// <param name="Known">Known counts of it.</param>
/// <param name="LogScale">Sum of the logarithms of expected counts where the error multiplies; else 0.</param>
public sealed record FittedEts(EtsForm Form, EtsParameters Parameters, double[] Initial, double SquaredErrors, int Known, double LogScale = 0) : IFittedModel
{
    private const double MostGrowth = 10;

    /// <summary>Gaussian log-likelihood at the estimated error variance.</summary>
    public double LogLikelihood => -Known / 2.0 * (Math.Log(2 * Math.PI * SquaredErrors / Known) + 1) - LogScale;

    /// <summary>Akaike's criterion with the correction for small samples; infinite with too few counts for the parameters.</summary>
    public double Aicc => Known <= Form.Parameters + 1
        ? double.PositiveInfinity
        : -2 * LogLikelihood + 2.0 * Form.Parameters * Known / (Known - Form.Parameters - 1);

    public double[] Forecast(CountSeries history, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        history.RequireKnown();
        var recursion = new EtsRecursion(Form, Parameters);
        var path = recursion.Path(recursion.Run(history.Values, Initial), history.Length, horizon);
        // A growth that multiplies ends where no count of the history comes near.
        var most = MostGrowth * (history.Values.Where(value => !double.IsNaN(value)).Max() + 1);
        return [.. path.Select(value => double.IsNaN(value) ? most : Math.Clamp(value, 0, most))];
    }
}
