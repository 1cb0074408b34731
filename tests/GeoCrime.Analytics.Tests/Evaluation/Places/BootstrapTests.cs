using GeoCrime.Analytics.Evaluation.Places;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Evaluation.Places;

public class BootstrapTests
{
    /// <summary>The mean of 400 normal deviates has standard error 0.05, so its 90 % interval is 0.164 wide.</summary>
    [Fact]
    public void The_interval_has_the_width_of_theory()
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => Normal.Sample(random, 5, 1))];
        var mean = Bootstrap.Mean([values], 0.9, 2000, 1);
        Assert.Equal(values.Average(), mean.Mean, 1e-12);
        Assert.Equal(0.164, mean.Upper - mean.Lower, 0.02);
    }

    [Fact]
    public void Rows_count_alike_whatever_their_length() =>
        Assert.Equal(new BootstrapMean(2, 2, 2), Bootstrap.Mean([[1, 1, 1, 1], [3]], 0.9, 50, 1));

    [Fact]
    public void Unknown_values_are_left_out()
    {
        Assert.Equal(2, Bootstrap.Mean([[1, double.NaN, 3], [double.NaN]], 0.9, 50, 1).Mean);
        Assert.True(double.IsNaN(Bootstrap.Mean([[double.NaN], []], 0.9, 50, 1).Lower));
    }

    [Fact]
    public void Same_seed_same_interval() =>
        Assert.Equal(Bootstrap.Mean([[1, 2, 7]], 0.9, 99, 3), Bootstrap.Mean([[1, 2, 7]], 0.9, 99, 3));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(0.9, 0)]
    public void A_level_or_number_of_draws_that_is_none_is_refused(double level, int draws) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Mean([[1.0]], level, draws, 1));
}
