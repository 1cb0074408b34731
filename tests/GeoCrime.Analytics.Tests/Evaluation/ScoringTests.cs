using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class ScoringTests
{
    private static readonly CountSeries Series =
        new(new DateOnly(2024, 1, 1), SeriesStep.Day, [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 4.0 : 8.0)]);

    [Fact]
    public void Errors_are_what_the_hand_computes()
    {
        var backtest = new Backtest([20, 22], [[5, 7], [4, 10]], [[4, 8], [4, 8]], [20, 22]);
        // A week is an odd number of days, so seasonal differences are all 4.
        Assert.Equal(4, ForecastErrors.Scale(Series, 20));
        Assert.Equal(1, ForecastErrors.Mae(backtest));
        Assert.Equal((1 / 4.0 + 1 / 4.0) / 2, ForecastErrors.Mase(backtest, Series));
        Assert.Equal((1 + Math.Sqrt(2)) / 2, ForecastErrors.Rmse(backtest));
        Assert.Equal(100 * (1 / 4.0 + 1 / 8.0 + 0 + 2 / 8.0) / 4, ForecastErrors.Mape(backtest));
        Assert.Equal(1 - 6 / 16.0, ForecastErrors.RSquared(backtest));
        // The last count before both origins is 8: forecasts fall and rise as the counts do.
        Assert.Equal(1, ForecastErrors.DirectionalAccuracy(backtest, Series));
    }

    [Fact]
    public void Missing_counts_are_left_out()
    {
        var backtest = new Backtest([20, 22], [[5, 7], [4, 10]], [[4, double.NaN], [double.NaN, double.NaN]], [20, 22]);
        Assert.Equal(1, ForecastErrors.Mae(backtest));
        Assert.Equal(1, ForecastErrors.Rmse(backtest));
        Assert.Equal(1, ForecastErrors.DirectionalAccuracy(backtest, Series));
    }

    [Fact]
    public void Measures_without_a_base_are_null()
    {
        var constant = new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Day, new double[40]);
        var backtest = new Backtest([20], [[0, 0]], [[0, 0]], [20]);
        Assert.Null(ForecastErrors.Mase(backtest, constant));
        Assert.Null(ForecastErrors.Mape(backtest));
        Assert.Null(ForecastErrors.RSquared(backtest));
    }

    [Fact]
    public void Crps_of_a_forecast_without_spread_is_the_absolute_error()
    {
        // Every other origin was right, so the predictive sample is 3.
        var backtest = new Backtest([10, 12], [[3, 3], [3, 3]], [[3, 3], [3, 3]], [10, 12]);
        Assert.Equal(0, Scored(backtest).Crps);
        Assert.Equal(4, StepScore.Of(3, [0, 0], 7, [80], 0).Crps);
    }

    [Fact]
    public void Crps_of_two_values_is_what_the_hand_computes()
    {
        var backtest = new Backtest([10, 12, 14], [[10], [10], [10]], [[8], [12], [10]], [10, 12, 14]);
        // Others' errors with both signs: ±{2, 0}, ±{2, 0}, ±{2, 2}; mean distance less half the mean difference of pairs.
        var expected = ((0 + 2 + 2 + 4) / 4.0 - 24 / 32.0 + (4 + 2 + 2 + 0) / 4.0 - 24 / 32.0 + 8 / 4.0 - 32 / 32.0) / 3;
        Assert.Equal(expected, Scored(backtest).Crps!.Value, 1e-12);
    }

    [Fact]
    public void Coverage_uses_the_errors_of_other_origins_alone()
    {
        // Each origin errs by its own amount: only the last by more than all others did.
        var actuals = new double[][] { [7], [10], [15] };
        var backtest = new Backtest([10, 12, 14], [[10], [10], [10]], actuals, [10, 12, 14]);
        Assert.Equal(2 / 3.0, Scored(backtest).Coverage.Single(c => c.Level == 95).Observed);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(1.0, false)]
    [InlineData(2.0, false)]
    public void Beating_the_alternative_takes_a_difference_below_zero(double factor, bool expected)
    {
        int[] origins = [10, 13, 16, 19, 22, 25];
        double[] errors = [1, 1.2, 0.9, 1.1, 1, 1.3];
        var alternative = With(origins, errors);
        var model = With(origins, [.. errors.Select(e => e * factor)]);
        Assert.Equal(expected, Scoring.Beats(Series, model, alternative));
    }

    [Fact]
    public void Noise_does_not_beat_the_alternative_and_four_origins_do_not_tell()
    {
        int[] origins = [10, 13, 16, 19, 22, 25];
        var alternative = With(origins, [1, 1, 1, 1, 1, 1]);
        Assert.False(Scoring.Beats(Series, With(origins, [0.1, 1.9, 0.2, 1.7, 0.3, 1.6]), alternative));
        Assert.Null(Scoring.Beats(Series, With(origins[..4], [0, 0, 0, 0]), With(origins[..4], [1, 1, 1, 1])));
    }

    [Fact]
    public void Overlapping_windows_make_the_difference_less_certain()
    {
        var apart = Enumerable.Range(0, 12).Select(i => 10 + i * 2).ToArray();
        double[] own = [0.5, 0.5, 0.5, 0.5, 1.2, 1.2, 1.2, 1.2, 0.7, 0.7, 0.7, 0.7];
        Backtest Long(double[] errors) => new(apart, [.. errors.Select(e => Enumerable.Repeat(e, 8).ToArray())],
            [.. errors.Select(_ => new double[8])], apart);
        Assert.True(Scoring.Beats(Series, With(apart, own), With(apart, [.. own.Select(_ => 1.0)])));
        Assert.False(Scoring.Beats(Series, Long(own), Long([.. own.Select(_ => 1.0)])));
    }

    [Fact]
    public void Different_origins_are_refused()
    {
        var (one, other) = (With([10], [1]), With([11], [1]));
        Assert.Equal(
            "the model and the plain alternatives were run on different origins",
            Assert.Throws<ArgumentException>(() => Scoring.Score(Series, one, one, other, [80])).Message);
    }

    private static Scorecard Scored(Backtest backtest) => Scoring.Score(Series, backtest, backtest, backtest, [80, 95]);

    // Forecasts of one step that miss a count of 0 by the given amounts.
    private static Backtest With(int[] origins, double[] errors) =>
        new(origins, [.. errors.Select(e => new[] { e })], [.. errors.Select(_ => new double[1])], origins);
}
