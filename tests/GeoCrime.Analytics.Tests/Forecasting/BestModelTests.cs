using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class BestModelTests
{
    private const int Horizon = 10;
    private const int Windows = 24;

    // One report every fifth day.
    private static readonly CountSeries Sparse = new(new DateOnly(2023, 1, 1), SeriesStep.Day, [.. Enumerable.Range(0, Horizon * 2 * Windows).Select(day => day % 5 == 0 ? 1.0 : 0)]);

    [Theory]
    [InlineData(ForecastModel.Mean)]
    [InlineData(ForecastModel.Ensemble)]
    public void Of_sparse_counts_nothing_a_day_is_not_the_best_though_its_absolute_error_is_the_least(ForecastModel measure)
    {
        var tested = new Dictionary<ForecastModel, Backtest> { [ForecastModel.Naive] = Always(0), [ForecastModel.Tsb] = Always(0.3), [measure] = Always(0.2) };
        Assert.True(ForecastErrors.Mae(tested[ForecastModel.Naive]) < ForecastErrors.Mae(tested[measure]));
        Assert.True(Scoring.Beats(Sparse, tested[ForecastModel.Naive], tested[measure], 0.99));
        Assert.Equal(measure, BestModel.Of(Sparse, tested));
    }

    [Fact]
    public void Without_an_ensemble_the_least_error_is_the_best() =>
        Assert.Equal(ForecastModel.Naive, BestModel.Of(Sparse, new Dictionary<ForecastModel, Backtest> { [ForecastModel.Mean] = Always(0.6), [ForecastModel.Drift] = Always(0.5), [ForecastModel.Naive] = Always(0.2) }));

    [Fact]
    public void What_is_surely_better_on_days_and_in_squares_is_taken_before_the_ensemble() =>
        Assert.Equal(ForecastModel.Mean, BestModel.Of(Sparse, new Dictionary<ForecastModel, Backtest> { [ForecastModel.Ensemble] = Always(0.6), [ForecastModel.Mean] = Always(0.2) }));

    private static Backtest Always(double each)
    {
        int[] origins = [.. Enumerable.Range(Windows, Windows).Select(window => window * Horizon)];
        return new Backtest(
            origins, [.. origins.Select(_ => Enumerable.Repeat(each, Horizon).ToArray())], [.. origins.Select(origin => Sparse.Values[origin..(origin + Horizon)])], origins);
    }
}
