using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class BlockBootstrapTests
{
    [Fact]
    public void Independent_values_have_the_interval_of_the_normal_distribution()
    {
        var random = SplitMix64.For(1, 1);
        var values = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).ToArray();
        var (lower, upper) = BlockBootstrap.MeanInterval(values, 1, 1);
        var mean = values.Average();
        var error = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)) / values.Length);
        Assert.Equal(mean - 1.96 * error, lower, 0.3 * error);
        Assert.Equal(mean + 1.96 * error, upper, 0.3 * error);
    }

    [Fact]
    public void Values_that_come_in_runs_are_less_sure_in_blocks()
    {
        var values = Enumerable.Range(0, 120).Select(i => i / 20 % 2 == 0 ? 1.0 : 0).ToArray();
        var (single, blocks) = (BlockBootstrap.MeanInterval(values, 1, 1), BlockBootstrap.MeanInterval(values, 20, 1));
        Assert.True(blocks.Upper - blocks.Lower > 1.5 * (single.Upper - single.Lower));
    }

    [Fact]
    public void One_value_is_its_own_interval_and_none_is_refused()
    {
        Assert.Equal((3d, 3d), BlockBootstrap.MeanInterval([3], 12, 1));
        Assert.Contains("nothing to take the mean of", Assert.Throws<ArgumentException>(() => BlockBootstrap.MeanInterval([], 1, 1)).Message);
    }
}
