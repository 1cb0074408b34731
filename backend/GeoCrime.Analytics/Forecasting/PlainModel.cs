namespace GeoCrime.Analytics.Forecasting;

/// <summary>A model without parameters: its forecast is a function of the history.</summary>
/// <param name="path">(history with at least one known value, horizon ≥ 1) → mean path.</param>
internal sealed class PlainModel(ForecastModel kind, Func<CountSeries, int, double[]> path) : ISeriesModel, IFittedModel
{
    public ForecastModel Kind => kind;

    public bool RefitsAtEachOrigin => true;

    public string? Refusal(CountSeries history) => history.Known == 0 ? "no count is known" : null;

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default)
    {
        history.RequireKnown();
        return this;
    }

    public double[] Forecast(CountSeries history, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        history.RequireKnown();
        return path(history, horizon);
    }
}
