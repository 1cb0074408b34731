using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class ConformalCountsTests
{
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.6)]
    public void Counts_of_another_spread_than_said_are_covered_all_the_same(double said)
    {
        // True dispersion 0.1; the forecasts claim too little or too much.
        var random = new Random(5);
        var past = Past(random, 0.1, said, 40);
        var fresh = Past(random, 0.1, said, 40);
        var conformal = ConformalCounts.From(past);
        foreach (var level in new[] { 80.0, 95 })
        {
            var inside = Enumerable.Range(0, 40).SelectMany(o => Enumerable.Range(0, 10).Select(h =>
            {
                var (lower, upper) = conformal.Interval(fresh.Paths[0][o], h, level);
                return fresh.Areas[0].Actuals[o][h] >= lower && fresh.Areas[0].Actuals[o][h] <= upper ? 1.0 : 0;
            })).Average();
            // 400 counts on either side: a standard deviation of 2 to 3 points; counts are whole, which only adds.
            Assert.InRange(inside, level / 100 - 0.07, level / 100 + 0.08);
        }
    }

    [Fact]
    public void Without_past_counts_the_distribution_answers()
    {
        var path = new CountPath([20], 0.05);
        Assert.Equal((path.Quantile(0, 0.1), path.Quantile(0, 0.9)), new ConformalCounts([]).Interval(path, 0, 80));
    }

    [Fact]
    public void Unknown_counts_have_no_score()
    {
        var test = new Backtest([10], [[5.0, 5]], [[double.NaN, 5.0]], [10]);
        var scores = ConformalCounts.From(new GlobalBacktestResult([test], [[new CountPath([5, 5], 0.01)]])).Scores;
        Assert.Single(scores);
        // A count in the middle of its distribution needs next to no interval.
        Assert.InRange(scores[0], 0, 0.2);
    }

    [Fact]
    public void A_level_of_hundred_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConformalCounts([]).Interval(new CountPath([1], 1), 0, 100));

    private static GlobalBacktestResult Past(Random random, double dispersion, double said, int origins)
    {
        var law = new NegativeBinomial(1 / dispersion, 1 / dispersion / (1 / dispersion + 20), random);
        var actuals = Enumerable.Range(0, origins).Select(_ => Enumerable.Range(0, 10).Select(_ => (double)law.Sample()).ToArray()).ToArray();
        var mean = Enumerable.Repeat(20.0, 10).ToArray();
        var steps = Enumerable.Range(1, origins).Select(o => 10 * o).ToArray();
        return new GlobalBacktestResult(
            [new Backtest(steps, [.. actuals.Select(_ => mean)], actuals, steps)], [[.. actuals.Select(_ => new CountPath(mean, said))]]);
    }
}
