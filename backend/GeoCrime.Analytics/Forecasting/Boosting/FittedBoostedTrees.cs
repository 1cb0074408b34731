namespace GeoCrime.Analytics.Forecasting.Boosting;

/// <summary>Trained trees for all areas.</summary>
public sealed class FittedBoostedTrees
{
    private readonly PoissonBoosting trees;
    private readonly int outputs;
    private readonly HolidayCalendar? holidays;
    private readonly DayTable? days;

    internal FittedBoostedTrees(PoissonBoosting trees, int outputs, HolidayCalendar? holidays, DayTable? days) =>
        (this.trees, this.outputs, this.holidays, this.days) = (trees, outputs, holidays, days);

    /// <summary>The model of one area, by its place in the training's list.</summary>
    public IFittedModel ForArea(int area) => new OfArea(this, area);

    private sealed class OfArea(FittedBoostedTrees all, int area) : IFittedModel
    {
        public double[] Forecast(CountSeries history, int horizon)
        {
            ArgumentNullException.ThrowIfNull(history);
            ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
            history.RequireKnown();
            var features = new PanelFeatures(history, area, all.holidays, all.days);
            var rows = new float[horizon * features.Count];
            features.Write(history.Length, horizon, rows);
            // Beyond the trained steps the calendar goes on and the distance stays.
            for (var h = all.outputs; h < horizon; h++)
                rows[h * features.Count + 7] = all.outputs;
            var level = features.Base(history.Length);
            return [.. all.trees.Rates(rows).Select(rate => rate * level)];
        }
    }
}
