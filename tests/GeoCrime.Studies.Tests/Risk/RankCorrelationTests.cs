using GeoCrime.Studies.Risk;

namespace GeoCrime.Studies.Tests.Risk;

public class RankCorrelationTests
{
    [Fact]
    public void Spearmans_coefficient_by_hand()
    {
        Assert.Equal(1, RankCorrelation.Of([1, 5, 9], [2, 3, 400])!.Value, 1e-12);
        Assert.Equal(-1, RankCorrelation.Of([1, 5, 9], [3, 2, 1])!.Value, 1e-12);
        // Ranks 1 2 3 4 against 2 1 4 3: 1 − 6·4/(4·15).
        Assert.Equal(0.6, RankCorrelation.Of([1, 2, 3, 4], [20, 10, 40, 30])!.Value, 1e-12);
    }

    [Fact]
    public void Equal_values_share_their_ranks() =>
        // Ranks 1.5 1.5 3 against 1 2 3: product 1.5, squares 1.5 and 2.
        Assert.Equal(1.5 / Math.Sqrt(1.5 * 2), RankCorrelation.Of([7, 7, 8], [1, 2, 3])!.Value, 1e-12);

    [Fact]
    public void Where_nothing_varies_nothing_is_said()
    {
        Assert.Null(RankCorrelation.Of([1, 1], [1, 2]));
        Assert.Null(RankCorrelation.Of([1], [1]));
        Assert.Null(RankCorrelation.Of([], []));
    }
}
