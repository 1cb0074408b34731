using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Tests.Risk;

public class PlaceScoringTests
{
    private static readonly RiskRequest ByVolume = new("precinct", null, 28, new RiskWeights(1, 0, 0, 0), RiskBasis.Count, false, IncidentFilter.All);

    [Fact]
    public void A_ranking_that_never_changes_is_scored_by_hand()
    {
        // Each day three reports in P1, two in P2, one in P3, none in P4: the first of four areas is a quarter of the ground and holds half.
        var days = Enumerable.Range(0, 1100).SelectMany(day => new[] { 0, 0, 0, 1, 1, 2 }.Select(precinct => RiskCity.Report(RiskCity.First.AddDays(day), precinct)));
        var card = Score(SmallCity.Columns(days), ByVolume);
        Assert.Equal(12, card.Origins);
        Assert.Equal(3, card.Rows.Count);
        foreach (var row in card.Rows)
        {
            Assert.Equal(0.25, row.AreaShare, 1e-12);
            Assert.Equal(0.5, row.HitRate, 1e-12);
            Assert.Equal(2, row.Pai!.Value, 1e-12);
            Assert.Equal(1, row.Pei!.Value, 1e-12);
            Assert.Equal(2, row.BaselinePai!.Value, 1e-12);
        }
        Assert.False(card.BeatsBaseline);
        Assert.Equal("Level with last year's counts: the first 20 % of areas held 0.0 points more of the reports that came, over 12 origins.", card.Note);
        Assert.Equal(["last year's counts", "recency-weighted counts"], card.Baselines);
    }

    [Fact]
    public void Areas_tied_at_the_cut_share_their_hits()
    {
        // P1 and P2 take turns, day by day, until the last 28 days, which are all P2's: the only origin, just before them, sees a tie.
        const int length = 728 + 28;
        var days = Enumerable.Range(0, length).Select(day => RiskCity.Report(RiskCity.First.AddDays(day), day >= 728 ? 1 : day % 2));
        var card = Score(SmallCity.Columns(days), ByVolume);
        Assert.Equal(1, card.Origins);
        // Either alone would have held all or nothing.
        Assert.Equal(0.5, card.Rows[0].HitRate, 1e-12);
        Assert.Equal(0.5, card.Rows[0].Pei!.Value, 1e-12);
        Assert.Null(card.BeatsBaseline);
        Assert.StartsWith("Too few origins to judge: ", card.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_areas_in_their_file_does_not_matter() =>
        Prop.ForAll(Gen.Choose(0, 3).ArrayOf(900).ToArbitrary(), places =>
        {
            Row[] rows = [.. places.Select((precinct, day) => RiskCity.Report(RiskCity.First.AddDays(day), precinct))];
            var (forth, back) = (Score(SmallCity.Columns(rows), ByVolume), Score(SmallCity.Columns(rows, precincts: ["P4", "P3", "P2", "P1"]), ByVolume));
            return forth.Note == back.Note && forth.Rows.Zip(back.Rows).All(pair =>
                Math.Abs(pair.First.HitRate - pair.Second.HitRate) < 1e-9 && Math.Abs(pair.First.BaselinePai!.Value - pair.Second.BaselinePai!.Value) < 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void A_move_of_the_reports_is_followed_within_a_month_and_beats_last_year()
    {
        // All in P1 for three years, then all in P4.
        var days = Enumerable.Range(0, 1500).Select(day => RiskCity.Report(RiskCity.First.AddDays(day), day < 1100 ? 0 : 3));
        var card = Score(SmallCity.Columns(days), ByVolume);
        Assert.Equal(12, card.Origins);
        // All twelve origins lie beyond the 28th day after the move: the last 28 days are all P4's.
        Assert.Equal(1, card.Rows[2].HitRate, 1e-12);
        // Recency-weighted counts need until the 90th day or so to turn; the better alternative is theirs.
        Assert.InRange(card.Rows[2].BaselinePai!.Value, 0, 4);
        Assert.Contains("recency-weighted counts", card.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_two_years_of_history_nothing_is_scored()
    {
        var card = Score(SmallCity.Columns(RiskCity.Rows(728 + 27)), ByVolume);
        Assert.Equal((0, 0, null), (card.Origins, card.Rows.Count, card.BeatsBaseline));
        Assert.Equal("Not scored yet: two years of history and one horizon are needed.", card.Note);
    }

    private static PlaceScorecard Score(IncidentColumns columns, RiskRequest request)
    {
        var rows = SmallCity.All(columns);
        return PlaceScoring.Score(RiskHistory.Of(rows, request, CountSeriesBuilder.Build(rows, request.Kind, SeriesStep.Day), CancellationToken.None), request);
    }
}
