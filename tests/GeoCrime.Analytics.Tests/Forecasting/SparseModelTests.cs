using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class SparseModelTests
{
    [Fact]
    public void A_count_of_three_every_third_day_is_one_a_day()
    {
        var series = Days([.. Enumerable.Range(0, 300).Select(i => i % 3 == 2 ? 3.0 : 0)]);
        // Croston's own is 1; the correction takes half the smoothing weight, here 0.02 to 0.3, off it.
        Assert.All(SparseModel.Croston.Fit(series).Forecast(series, 10), v => Assert.InRange(v, 0.84, 1));
        Assert.All(SparseModel.Tsb.Fit(series).Forecast(series, 10), v => Assert.InRange(v, 0.75, 1.25));
    }

    [Fact]
    public void The_chance_falls_while_nothing_happens_and_crostons_rate_does_not()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 2.0 : 0), .. new double[100]];
        var series = Days(values);
        Assert.InRange(SparseModel.Tsb.Fit(series).Forecast(series, 1)[0], 0, 0.15);
        Assert.True(SparseModel.Croston.Fit(series).Forecast(series, 1)[0] > 0.5);
    }

    [Fact]
    public void Nothing_but_zeros_is_forecast_as_zero()
    {
        var series = Days(new double[30]);
        Assert.All(SparseModel.Croston.Fit(series).Forecast(series, 5), v => Assert.Equal(0, v));
        Assert.All(SparseModel.Tsb.Fit(series).Forecast(series, 5), v => Assert.Equal(0, v));
    }

    [Fact]
    public void Missing_counts_change_nothing()
    {
        double[] values = [0, 3, 0, 0, 2, 1, 0, 0];
        var holes = values.SelectMany(v => new[] { v, double.NaN }).ToArray();
        Assert.Equal(SparseModel.Tsb.Fit(Days(values)).Forecast(Days(values), 3), SparseModel.Tsb.Fit(Days(holes)).Forecast(Days(holes), 3));
    }

    [Fact]
    public void One_count_is_refused() =>
        Assert.Equal("smoothing of sparse counts needs 2 known counts; there are 1", SparseModel.Tsb.Refusal(Days([4])));

    private static CountSeries Days(double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
