using GeoCrime.Analytics.Forecasting;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class CountPathTests
{
    [Theory]
    [InlineData(3, 0.2)]
    [InlineData(0.05, 0.01)]
    [InlineData(400, 0.05)]
    public void Quantiles_are_the_least_counts_that_reach_their_probability(double mean, double dispersion)
    {
        var path = new CountPath([mean], dispersion);
        var size = 1 / dispersion;
        var law = new NegativeBinomial(size, size / (size + mean));
        foreach (var p in new[] { 0.025, 0.1, 0.5, 0.9, 0.975 })
        {
            var quantile = path.Quantile(0, p);
            Assert.True(law.CumulativeDistribution(quantile) >= p - 1e-9, $"{quantile} is below the quantile of {p}");
            Assert.True(quantile == 0 || law.CumulativeDistribution(quantile - 1) < p + 1e-9, $"{quantile} is above the quantile of {p}");
        }
    }

    [Fact]
    public void Great_means_with_almost_no_dispersion_stay_near_the_mean() =>
        Assert.InRange(new CountPath([5000], 1e-3).Quantile(0, 0.5), 4950, 5050);

    [Fact]
    public void A_probability_of_one_is_refused() =>
        Assert.Contains("must lie between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(() => new CountPath([1], 0.1).Quantile(0, 1)).Message);
}
