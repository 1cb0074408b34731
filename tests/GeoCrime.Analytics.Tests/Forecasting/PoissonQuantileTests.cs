using GeoCrime.Analytics.Forecasting;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class PoissonQuantileTests
{
    [Fact]
    public void Mean_zero_is_zero_at_every_share() => Assert.Equal(0, PoissonQuantile.At(0, 0.999));

    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(77.7)]
    public void It_is_the_least_count_whose_probability_reaches_the_share(double mean)
    {
        var distribution = new Poisson(mean);
        foreach (var share in new[] { 0.025, 0.1, 0.5, 0.9, 0.975 })
        {
            var count = PoissonQuantile.At(mean, share);
            Assert.True(distribution.CumulativeDistribution(count) >= share - 1e-12);
            Assert.True(count == 0 || distribution.CumulativeDistribution(count - 1) < share + 1e-12);
        }
    }

    [Fact]
    public void Large_means_pass_smoothly_into_the_normal_form() =>
        Assert.InRange(PoissonQuantile.At(500.01, 0.975) - PoissonQuantile.At(500, 0.975), -1, 1);

    [Fact]
    public void A_mean_below_zero_is_refused() =>
        Assert.Contains("must be finite and not negative", Assert.Throws<ArgumentOutOfRangeException>(() => PoissonQuantile.At(-1, 0.5)).Message);
}
