using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class ArmaLikelihoodTests
{
    [Theory]
    [InlineData(1, 0, 1, 1, 0, 1, 7)]
    [InlineData(2, 0, 0, 0, 0, 0, 0)]
    [InlineData(0, 0, 2, 0, 0, 1, 12)]
    [InlineData(3, 0, 2, 1, 0, 0, 4)]
    public void It_is_the_kalman_filters_likelihood_at_the_best_variance(int p, int d, int q, int sp, int sd, int sq, int season)
    {
        var order = new SarimaxOrder(p, d, q) { SeasonalP = sp, SeasonalD = sd, SeasonalQ = sq, Season = season };
        var random = SplitMix64.For(p + 10 * q, 1);
        var values = Enumerable.Range(0, 250).Select(_ => 5 * random.NextDouble()).ToArray();
        var shape = SarimaxParameters.FromFree(order, 0, [.. Enumerable.Range(0, order.Coefficients).Select(_ => 2 * random.NextDouble() - 1), 0]);
        var (value, variance, _) = new ArmaLikelihood(order, values, []).At(shape);
        Assert.Equal(FittedSarimax.LogLikelihood(order, shape with { Variance = variance }, [], values), value, 1e-7);
    }

    [Fact]
    public void Differences_agree_with_the_diffuse_filter()
    {
        var order = new SarimaxOrder(1, 1, 1) { SeasonalD = 1, SeasonalQ = 1, Season = 12 };
        var shape = new SarimaxParameters([], [0.3], [-0.5], [], [-0.4], 1);
        var (value, variance, _) = new ArmaLikelihood(order, AirlineGolden.Series.Values, []).At(shape);
        // The filter starts from a variance of 10⁶, not from none at all.
        Assert.Equal(FittedSarimax.LogLikelihood(order, shape with { Variance = variance }, [], AirlineGolden.Series.Values), value, 0.01);
    }

    [Fact]
    public void Coefficients_are_those_that_no_others_beat()
    {
        var order = new SarimaxOrder(1, 0, 0);
        var random = SplitMix64.For(8, 1);
        var columns = Enumerable.Range(0, 200).Select(i => new[] { 1, i % 7 == 0 ? 1.0 : 0 }).ToArray();
        var values = columns.Select(row => 10 + 3 * row[1] + random.NextDouble()).ToArray();
        var shape = new SarimaxParameters([], [0.4], [], [], [], 1);
        var (value, variance, beta) = new ArmaLikelihood(order, values, columns).At(shape);
        Assert.Equal(3, beta[1], 0.2);
        Assert.Equal(FittedSarimax.LogLikelihood(order, shape with { Beta = beta, Variance = variance }, columns, values), value, 1e-7);
        foreach (var moved in new[] { (0.01, 0.0), (0.0, 0.01), (-0.01, 0.0), (0.0, -0.01) })
            Assert.True(FittedSarimax.LogLikelihood(order, shape with { Beta = [beta[0] + moved.Item1, beta[1] + moved.Item2], Variance = variance }, columns, values) < value);
    }
}
