using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Evaluation.Places;

namespace GeoCrime.Analytics.Tests.Evaluation.Places;

public class PlaceHitsTests
{
    /// <summary>By hand: of 10 cells 2 are flagged, they hold 6 of 12 events, the best two would hold 9; before they held 4 of 16.</summary>
    [Fact]
    public void Two_of_ten_cells_by_hand()
    {
        var hits = PlaceHits.Of([9, 8, 7, 0, 0, 0, 0, 0, 0, 0], [4, 2, 5, 1, 0, 0, 0, 0, 0, 0], [3, 1, 6, 6, 0, 0, 0, 0, 0, 0], 2);
        Assert.Equal((0.5, 2.5, 6.0 / 9, 2.0), (hits.HitRate, hits.Pai, hits.Pei, hits.Rri));
    }

    [Fact]
    public void Cells_tied_at_the_cut_share_the_places_left()
    {
        // One place for three cells with 3, 0 and 6 events: 3 on average.
        var hits = PlaceHits.Of([5, 1, 1, 1], [1, 3, 0, 6], [1, 1, 1, 1], 2);
        Assert.Equal(0.4, hits.HitRate, 1e-12);
    }

    [Fact]
    public void Ranking_by_what_came_has_a_PEI_of_one_and_none_has_more() => Prop.ForAll(
        Gen.Choose(0, 9).ArrayOf(20).ToArbitrary(), Gen.Choose(0, 9).ArrayOf(20).ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), (scores, counts, flagged) =>
        {
            double[] came = [.. counts.Select(count => (double)count)], guess = [.. scores.Select(score => (double)score)];
            if (came.Sum() == 0)
                return double.IsNaN(PlaceHits.Of(guess, came, came, flagged).Pai);
            var hits = PlaceHits.Of(guess, came, came, flagged);
            return Math.Abs(PlaceHits.Of(came, came, came, flagged).Pei - 1) < 1e-12 && hits.Pei <= 1 + 1e-12 && hits.HitRate is >= 0 and <= 1 + 1e-12;
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Flagging_all_cells_catches_all() =>
        Assert.Equal(new PlaceHits(1, 1, 1, 1), PlaceHits.Of([3, 1, 2], [0, 5, 1], [1, 1, 0], 3));

    [Fact]
    public void Misuse_is_refused_with_the_numbers()
    {
        Assert.StartsWith("There are 2 scores, 1 counts after and 2 before.", Assert.Throws<ArgumentException>(() => PlaceHits.Of([1, 2], [1], [1, 2], 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("1…2 cells can be flagged.", Assert.Throws<ArgumentOutOfRangeException>(() => PlaceHits.Of([1, 2], [1, 2], [1, 2], 3)).Message, StringComparison.Ordinal);
    }
}
