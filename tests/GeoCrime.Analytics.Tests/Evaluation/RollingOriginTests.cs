using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class RollingOriginTests
{
    [Fact]
    public void Origins_are_counted_back_from_the_last_whole_horizon()
    {
        Assert.Equal([50, 60, 70], RollingOrigin.Plan(length: 80, horizon: 10, spacing: 10, count: 3, minTraining: 20));
        Assert.Equal([60, 70], RollingOrigin.Plan(length: 80, horizon: 10, spacing: 10, count: 3, minTraining: 60));
        Assert.Empty(RollingOrigin.Plan(length: 80, horizon: 10, spacing: 10, count: 3, minTraining: 71));
        Assert.Empty(RollingOrigin.Plan(length: 5, horizon: 10, spacing: 1, count: 3, minTraining: 0));
    }

    [Fact]
    public void A_model_sees_only_what_was_known_at_the_origin()
    {
        var model = new Spy(refits: true);
        var backtest = RollingOrigin.Run(model, Days(100), [40, 55], 10);
        Assert.Equal([40, 55], model.FittedOn);
        Assert.Equal([40, 55], model.ForecastFrom);
        Assert.Equal([40, 55], backtest.Fitted);
        Assert.Equal([40d, 41, 42], backtest.Actuals[0][..3]);
        Assert.Equal([40d, 41, 42], backtest.Errors[0][..3]);
    }

    [Fact]
    public void A_model_that_is_trained_once_is_trained_before_the_first_origin()
    {
        var model = new Spy(refits: false);
        var backtest = RollingOrigin.Run(model, Days(100), [40, 55, 70], 10);
        Assert.Equal([40], model.FittedOn);
        Assert.Equal([40, 55, 70], model.ForecastFrom);
        Assert.Equal([40, 40, 40], backtest.Fitted);
    }

    [Fact]
    public void An_origin_whose_horizon_reaches_beyond_the_series_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => RollingOrigin.Run(PlainModels.Naive, Days(20), [11], 10));
        Assert.StartsWith("origin 11 with 10 steps does not fit into 20 steps", error.Message);
        Assert.Throws<ArgumentException>(() => RollingOrigin.Run(PlainModels.Naive, Days(30), [11, 11], 10));
    }

    [Fact]
    public void No_origins_give_an_empty_backtest() =>
        Assert.Empty(RollingOrigin.Run(PlainModels.Naive, Days(20), [], 10).Errors);

    private static CountSeries Days(int count) =>
        new(new DateOnly(2024, 1, 1), SeriesStep.Day, [.. Enumerable.Range(0, count).Select(i => (double)i)]);

    private sealed class Spy(bool refits) : ISeriesModel, IFittedModel
    {
        public List<int> FittedOn { get; } = [];

        public List<int> ForecastFrom { get; } = [];

        public ForecastModel Kind => ForecastModel.Naive;

        public bool RefitsAtEachOrigin => refits;

        public string? Refusal(CountSeries history) => null;

        public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default)
        {
            FittedOn.Add(history.Length);
            return this;
        }

        public double[] Forecast(CountSeries history, int horizon)
        {
            ForecastFrom.Add(history.Length);
            return new double[horizon];
        }
    }
}
