using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class ModelComparisonTests
{
    // Seasonal differences are 1 throughout: the scale is 1, errors count as they are.
    private static readonly CountSeries Series = new(
        new DateOnly(2024, 1, 1), SeriesStep.Day, [.. Enumerable.Range(0, 200).Select(i => 10.0 + i / 7 % 2)]);

    [Fact]
    public void A_clearly_better_challenger_is_published()
    {
        var comparison = ModelComparison.Of([Series], [Test(6, 2)], [Test(6, 1)]);
        Assert.True(comparison.Publish);
        Assert.Equal((2, 1), (Math.Round(comparison.Champion, 6), Math.Round(comparison.Challenger, 6)));
        Assert.Equal("Publish: better than the published model (scaled error 1.000 against 2.000 of the published model over 6 past origins).", comparison.Reason);
    }

    [Fact]
    public void A_worse_challenger_is_kept_back()
    {
        var comparison = ModelComparison.Of([Series], [Test(6, 1)], [Test(6, 2)]);
        Assert.False(comparison.Publish);
        Assert.StartsWith("Keep the published model: the new one is worse", comparison.Reason);
        Assert.True(comparison.Interval!.Value.Low > 0);
    }

    [Fact]
    public void A_difference_that_changes_sign_may_be_chance()
    {
        var comparison = ModelComparison.Of([Series], [Test(6, 2)], [Test(6, 1.9, swing: 1)]);
        Assert.True(comparison.Publish);
        Assert.EndsWith("the difference may be chance.", comparison.Reason);
    }

    [Fact]
    public void Equal_models_may_be_exchanged_and_few_origins_are_said()
    {
        var comparison = ModelComparison.Of([Series], [Test(3, 1)], [Test(3, 1)]);
        Assert.True(comparison.Publish);
        Assert.Null(comparison.Interval);
        Assert.EndsWith("too few origins to say more.", comparison.Reason);
    }

    [Fact]
    public void Other_origins_areas_or_no_scale_are_refused()
    {
        Assert.Contains("different origins", Assert.Throws<ArgumentException>(() => ModelComparison.Of([Series], [Test(3, 1)], [Test(4, 1)])).Message);
        Assert.StartsWith("1 areas, but", Assert.Throws<ArgumentException>(() => ModelComparison.Of([Series], [], [Test(3, 1)])).Message);
        var constant = new CountSeries(Series.Start, SeriesStep.Day, new double[200]);
        Assert.StartsWith("no origin", Assert.Throws<ArgumentException>(() => ModelComparison.Of([constant], [Test(3, 1)], [Test(3, 1)])).Message);
    }

    private static Backtest Test(int origins, double error, double swing = 0)
    {
        int[] at = [.. Enumerable.Range(0, origins).Select(o => 50 + 10 * o)];
        return new Backtest(
            at, [.. at.Select((_, o) => Enumerable.Repeat(10 + error + swing * (o % 2 == 0 ? 1 : -1), 7).ToArray())],
            [.. at.Select(_ => Enumerable.Repeat(10.0, 7).ToArray())], at);
    }
}
