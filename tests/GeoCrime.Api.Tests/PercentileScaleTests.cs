using GeoCrime.Api.Layers;

namespace GeoCrime.Api.Tests;

public class PercentileScaleTests
{
    [Fact]
    public void Ranks_are_shares_of_the_values_that_are_drawn() =>
        Assert.Equal([0, 0.25f, 0.5f, 0.75f, 1, 0], PercentileScale.Of([0, 10, 30, 60, 100, 0.5f]));

    [Fact]
    public void Equal_values_share_a_rank_and_larger_ones_never_rank_lower()
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 500).Select(_ => (float)random.Next(1, 40)).ToArray();

        var ranks = PercentileScale.Of(values);

        Assert.All(values.Zip(ranks).GroupBy(pair => pair.First), equal => Assert.Single(equal.Select(pair => pair.Second).Distinct()));
        var ascending = values.Zip(ranks).OrderBy(pair => pair.First).Select(pair => pair.Second).ToList();
        Assert.Equal(ascending.Order(), ascending);
        Assert.Equal(1, ranks.Max());
    }

    [Fact]
    public void Nothing_is_ranked_where_nothing_was_reported()
    {
        Assert.Empty(PercentileScale.Of([]));
        Assert.Equal([0, 0], PercentileScale.Of([0, 0]));
    }
}
