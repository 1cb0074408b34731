using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Studies.Risk;

namespace GeoCrime.Studies.Tests.Risk;

public class MomentumTests
{
    private const int Year = 364;

    [Fact]
    public void A_level_that_does_not_change_has_none()
    {
        var momentum = Of(Enumerable.Repeat(3.0, 1500));
        Assert.Equal((84, 84, 0, 0), (momentum.Reported, momentum.Expected, momentum.LogRatio, momentum.Direction));
        Assert.Equal(0.0, momentum.Percent);
    }

    [Fact]
    public void Five_reports_are_added_on_both_sides()
    {
        // 1 a day, then 3 a day in the last 28: 84 against 28.
        var momentum = Of([.. Enumerable.Repeat(1.0, 200), .. Enumerable.Repeat(3.0, 28)]);
        Assert.Equal((84, 28), (momentum.Reported, momentum.Expected));
        Assert.Equal(Math.Log(89.0 / 33), momentum.LogRatio, 1e-12);
        Assert.Equal(200, momentum.Percent!.Value, 1e-9);
        Assert.Equal(1, momentum.Direction);
    }

    [Fact]
    public void A_season_that_returns_is_expected()
    {
        // The last 28 days of each of four years are twice as high, as this year's.
        var values = Enumerable.Range(0, 4 * Year).Select(day => day % Year >= Year - 28 ? 4.0 : 2.0);
        var momentum = Of(values);
        Assert.Equal(112, momentum.Expected, 1e-9);
        Assert.Equal(0, momentum.Direction);
    }

    [Fact]
    public void A_yearly_growth_is_expected_to_go_on()
    {
        // 2, 3, 4.5 a day in three years: by both earlier years the next days should have 4.5 · 1.5.
        double[] values = [.. Enumerable.Range(0, 3 * Year).Select(day => 2 * Math.Pow(1.5, day / Year)), .. Enumerable.Repeat(4.5, 28)];
        Assert.Equal(28 * 4.5 * 1.5, Of(values).Expected, 1e-9);
    }

    [Fact]
    public void The_last_28_days_do_not_reach_what_is_expected() =>
        Prop.ForAll(Gen.Choose(0, 9).ArrayOf(28).ToArbitrary(), Gen.Choose(30, 1500).ToArbitrary(), (last, before) =>
        {
            var history = Enumerable.Range(0, before).Select(day => (double)(day % 5));
            return Of(history.Concat(last.Select(count => (double)count))).Expected == Of(history.Concat(Enumerable.Repeat(1.0, 28))).Expected;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Missing_days_count_as_the_mean_of_the_others()
    {
        var values = Enumerable.Repeat(2.0, 228).ToArray();
        values[210] = values[220] = values[5] = double.NaN;
        var momentum = Of(values);
        Assert.Equal(56, momentum.Reported, 1e-9);
        Assert.Equal(56, momentum.Expected, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(28)]
    public void Without_a_day_before_the_last_28_nothing_is_said(int days)
    {
        var momentum = Of(Enumerable.Repeat(50.0, days));
        Assert.True(double.IsNaN(momentum.Expected) && double.IsNaN(momentum.LogRatio));
        Assert.Equal((null, 0), (momentum.Percent, momentum.Direction));
    }

    [Fact]
    public void Without_a_known_day_among_the_last_28_nothing_is_said()
    {
        var momentum = Of([.. Enumerable.Repeat(9.0, 300), .. Enumerable.Repeat(double.NaN, 28)]);
        Assert.True(double.IsNaN(momentum.Reported));
        Assert.Equal((null, 0), (momentum.Percent, momentum.Direction));
        Assert.Equal("Of the last 28 days nothing is known.", RiskExplanation.Momentum(momentum));
    }

    [Theory]
    [InlineData(0.9, null)]
    [InlineData(1, 900.0)]
    public void No_percentage_where_less_than_one_was_expected(double expected, double? percent) => Assert.Equal(percent, new Momentum(10, expected).Percent);

    [Theory]
    [InlineData(20, 20, 0)]
    [InlineData(28, 20, 0)]
    [InlineData(32, 20, 1)]
    [InlineData(10, 20, -1)]
    [InlineData(14, 20, 0)]
    [InlineData(0, 0, 0)]
    public void A_direction_is_named_beyond_what_counting_explains(double reported, double expected, int direction) =>
        // |ln((y+5)/(e+5))| against 1.2816·√(1/(y+5) + 1/(e+5)): at e + 5 = 25, 33 and 19 lie inside, 37 and 15 outside.
        Assert.Equal(direction, new Momentum(reported, expected).Direction);

    private static Momentum Of(IEnumerable<double> values) => Momentum.Of(new CountSeries(new DateOnly(2020, 1, 1), SeriesStep.Day, [.. values]));
}
