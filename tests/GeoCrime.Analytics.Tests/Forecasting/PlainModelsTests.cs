using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class PlainModelsTests
{
    private const double Missing = double.NaN;

    [Fact]
    public void Naive_repeats_the_last_known_count() =>
        Assert.Equal([4d, 4, 4], Path(PlainModels.Naive, 3, 7, 4, Missing));

    [Fact]
    public void Seasonal_naive_repeats_the_last_week() =>
        Assert.Equal([2d, 3, 4, 5, 6, 7, 8, 2], Path(PlainModels.SeasonalNaive, 8, 1, 2, 3, 4, 5, 6, 7, 8));

    [Fact]
    public void Seasonal_naive_goes_back_another_week_where_a_day_is_missing() =>
        Assert.Equal([1d, 20], Path(PlainModels.SeasonalNaive, 2, 1, 2, 3, 4, 5, 6, 7, Missing, 20, 30, 40, 50, 60, 70));

    [Fact]
    public void Seasonal_naive_takes_the_mean_for_a_season_never_seen() =>
        Assert.Equal([3d, 3, 3, 3, 3, 2, 4, 3], Path(PlainModels.SeasonalNaive, 8, 2, 4));

    [Fact]
    public void Drift_runs_through_the_first_and_last_known_counts() =>
        Assert.Equal([11d, 13], Path(PlainModels.Drift, 2, Missing, 3, 4, 7, Missing));

    [Fact]
    public void Drift_does_not_fall_below_zero() =>
        Assert.Equal([0d, 0, 0], Path(PlainModels.Drift, 3, 9, 0));

    [Fact]
    public void Mean_averages_the_known_counts_of_the_last_28_days()
    {
        var values = Enumerable.Repeat(100d, 10).Concat(Enumerable.Repeat(2d, 27)).Append(Missing).ToArray();
        Assert.Equal([2d], PlainModels.Mean.Fit(Days(values)).Forecast(Days(values), 1));
    }

    [Fact]
    public void Mean_averages_all_counts_where_the_last_28_days_are_missing()
    {
        var values = new[] { 4d, 6 }.Concat(Enumerable.Repeat(Missing, 30)).ToArray();
        Assert.Equal([5d], PlainModels.Mean.Fit(Days(values)).Forecast(Days(values), 1));
    }

    [Theory]
    [InlineData(ForecastModel.Naive, 1.199)]
    [InlineData(ForecastModel.SeasonalNaive, 1.057)]
    [InlineData(ForecastModel.Mean, 0.768)]
    public void Denver_districts_have_the_mase_that_the_peers_measured(ForecastModel kind, double expected)
    {
        var model = PlainModels.All.Single(m => m.Kind == kind);
        var mase = GoldenSeries.Load("area_daily", SeriesStep.Day).Average(
            series => ForecastErrors.Mase(RollingOrigin.Run(model, series, GoldenSeries.Origins("area_daily"), 30), series));
        // forecast-peers.md gives three decimals.
        Assert.Equal(expected, mase!.Value, 6e-4);
    }

    [Fact]
    public void No_plain_forecast_is_negative_or_infinite_whatever_the_counts()
    {
        var counts = Gen.NonEmptyListOf(Gen.Frequency((4, Gen.Choose(0, 50).Select(i => (double)i)), (1, Gen.Constant(Missing))));
        Prop.ForAll(counts.Where(list => list.Any(v => !double.IsNaN(v))).ToArbitrary(), list =>
        {
            foreach (var model in PlainModels.All)
                Assert.All(Path(model, 40, [.. list]), v => Assert.True(v >= 0 && double.IsFinite(v)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_series_without_a_known_count_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => PlainModels.Mean.Fit(Days(Missing, Missing)));
        Assert.Equal("the series of 2 steps from 2024-01-01 has no known value; a forecast needs at least one", error.Message);
        Assert.Equal("no count is known", PlainModels.Mean.Refusal(Days()));
    }

    [Fact]
    public void A_negative_count_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Days(1, -2));
        Assert.Equal("value 1 of the series is -2; counts are finite and not negative, or NaN where missing", error.Message);
    }

    [Fact]
    public void Dates_follow_the_step()
    {
        Assert.Equal(new DateOnly(2024, 3, 1), Days().DateAt(60));
        Assert.Equal(new DateOnly(2024, 1, 15), new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Week, []).DateAt(2));
        Assert.Equal(new DateOnly(2025, 2, 1), new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Month, []).DateAt(13));
    }

    private static double[] Path(ISeriesModel model, int horizon, params double[] values) =>
        model.Fit(Days(values)).Forecast(Days(values), horizon);

    private static CountSeries Days(params double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
