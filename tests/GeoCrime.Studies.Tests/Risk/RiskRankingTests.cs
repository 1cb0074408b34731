using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Domain;
using GeoCrime.Studies.Risk;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Tests.Risk;

public class RiskRankingTests
{
    private static readonly RiskWeights Usual = new();

    [Fact]
    public void A_score_is_the_weighted_sum_of_the_places()
    {
        // Volumes 10, 20, 40: median 20, deviations 10 0 20 with median 10. Severities 2, 2, 8: mean deviation 2. The others are equal.
        var ranking = Rank(Inputs([10, 20, 40], [0, 0, 0], [0.5, 0.5, 0.5], [2, 2, 8]), new RiskWeights(1, 1, 1, 1));
        static double U(double z) => 100 / (1 + Math.Exp(-z));
        Assert.Equal(((U(-1 / 1.4826) + 50 + 50 + 50) / 4), ranking.Scores[0], 1e-9);
        Assert.Equal(50, ranking.Scores[1], 1e-9);
        Assert.Equal((U(2 / 1.4826) + 50 + 50 + U(6 / (1.2533 * 2))) / 4, ranking.Scores[2], 1e-9);
        Assert.Equal([3, 2, 1], ranking.Ranks);
    }

    [Fact]
    public void Adding_a_constant_to_a_component_everywhere_changes_nothing() =>
        Prop.ForAll(Values, Gen.Choose(1, 400).ToArbitrary(), (values, quarters) =>
        {
            var add = quarters / 4.0;
            var inputs = Inputs(values.Volume, values.Other, values.Other, values.Severity);
            var scores = Rank(inputs, Usual).Scores;
            RiskInputs[] moved =
            [
                inputs with { Paths = [.. inputs.Paths.Select(path => new[] { path[0] + add })] },
                inputs with { HotspotShare = [.. inputs.HotspotShare.Select(share => share + add)] },
                inputs with { Severity = [.. inputs.Severity.Select(severity => severity + add)] },
                // A factor on the guarded ratio adds a constant to its logarithm; powers of two keep it exact.
                inputs with { Momentum = [.. inputs.Momentum.Select(each => new Momentum((2 * (each.Reported + 5)) - 5, each.Expected))] },
            ];
            return moved.All(each => Rank(each, Usual).Scores.Zip(scores).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scores_lie_between_0_and_100_and_ranks_are_a_permutation_in_their_order() =>
        Prop.ForAll(Values, values =>
        {
            var ranking = Rank(Inputs(values.Volume, values.Other, values.Other, values.Severity), Usual);
            var byRank = Enumerable.Range(0, ranking.Ranks.Length).OrderBy(area => ranking.Ranks[area]).Select(area => ranking.Scores[area]).ToArray();
            return ranking.Scores.All(score => score is >= 0 and <= 100)
                && ranking.Ranks.Order().SequenceEqual(Enumerable.Range(1, values.Volume.Length))
                && byRank.SequenceEqual(byRank.OrderDescending());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_the_proportions_of_the_weights_matter()
    {
        var inputs = Inputs([1, 5, 9], [3, 1, 2], [0.1, 0.2, 0.9], [4, 2, 3]);
        var expected = Rank(inputs, new RiskWeights(0.4, 0.3, 0.2, 0.1)).Scores;
        Assert.Equal(expected, Rank(inputs, new RiskWeights(8, 6, 4, 2)).Scores, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(expected, Rank(inputs, Usual).ScoresWith(new RiskWeights(4, 3, 2, 1)), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(1, new RiskWeights(8, 6, 4, 2).Shares().Sum(), 1e-12);
    }

    [Fact]
    public void An_unknown_component_puts_an_area_in_the_middle_of_it()
    {
        var ranking = Rank(Inputs([10, 10, 10], [0, 0, 0], [double.NaN, 0.2, 0.6], [double.NaN, 2, 6]), Usual);
        Assert.Equal(50, ranking.Scores[0], 1e-9);
        Assert.Null(ranking.Z[2][0]);
    }

    [Fact]
    public void One_area_is_in_the_middle_and_equal_areas_keep_their_order()
    {
        Assert.Equal(50, Rank(Inputs([10], [1], [0.5], [2]), Usual).Scores.Single(), 1e-9);
        Assert.Equal([1, 2, 3], Rank(Inputs([7, 7, 7], [1, 1, 1], [0, 0, 0], [2, 2, 2]), Usual).Ranks);
    }

    [Fact]
    public void Volume_stands_on_its_basis()
    {
        // Per 1,000 residents 10, 10, 5; per km² 20, 10, 5.
        var inputs = Inputs([20, 10, 5], [0, 0, 0], [0, 0, 0], [1, 1, 1]) with { Areas = [Area("A", 1, 2000), Area("B", 1, 1000), Area("C", 1, 1000)] };
        Assert.Equal([10, 10, 5], Rank(inputs, Usual, RiskBasis.Resident).VolumeOnBasis);
        Assert.Equal([20, 10, 5], Rank(inputs, Usual, RiskBasis.SquareKilometre).VolumeOnBasis);
        Assert.Equal([20, 10, 5], Rank(inputs, Usual, RiskBasis.Resident).Expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Per_resident_needs_the_population_of_every_area(int? population)
    {
        var inputs = Inputs([20, 10], [0, 0], [0, 0], [1, 1]) with { Areas = [Area("A", 1, 2000), Area("B", 1, population)] };
        Assert.Equal(
            "per: RESIDENT needs the population of every area; precinct 'B' has none.",
            Assert.Throws<ArgumentException>(() => Rank(inputs, Usual, RiskBasis.Resident)).Message);
    }

    [Theory]
    [InlineData(-0.1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(0, 0)]
    public void Weights_that_cannot_be_shares_are_refused(double volume, double momentum) =>
        Assert.StartsWith("weights must be 0 or more and not all 0; given: ", Assert.Throws<ArgumentException>(
            () => new RiskWeights(volume, momentum, 0, 0).Shares()).Message, StringComparison.Ordinal);

    [Fact]
    public void Draws_without_past_errors_are_the_score_itself_and_with_them_are_spread_around_it()
    {
        var inputs = Inputs([10, 20, 40], [0, 0, 0], [0.5, 0.5, 0.5], [2, 2, 8]);
        var sure = Rank(inputs, Usual);
        Assert.All(Simulate(inputs), draw => Assert.Equal(sure.Scores, draw, (a, b) => Math.Abs(a - b) < 1e-9));
        var unsure = Simulate(inputs with { Errors = [[[-5], [5]], [[5], [-5]], [[0], [0]]] });
        // Two origins, so two draws: volumes 5 25 40 and 15 15 40.
        Assert.Equal(2, unsure.Select(draw => draw[0]).Distinct().Count());
        Assert.Equal(1000, unsure.Length);
    }

    [Fact]
    public void What_made_all_areas_err_alike_does_not_move_their_order()
    {
        // At each origin all three were off by the same number: volumes shift together, and so nothing changes.
        double[][] errors = [[-4], [3], [8]];
        var inputs = Inputs([10, 20, 40], [0, 0, 0], [0.5, 0.5, 0.5], [2, 2, 8]) with { Errors = [errors, errors, errors] };
        Assert.All(Simulate(inputs), draw => Assert.Equal(Rank(inputs, Usual).Scores, draw, (a, b) => Math.Abs(a - b) < 1e-9));
    }

    [Fact]
    public void Sensitivity_says_how_far_the_leaders_move()
    {
        var firm = Rank(Inputs([10, 20, 40], [0, 0, 0], [0, 0, 0], [1, 1, 1]), Usual);
        Assert.Equal(
            "When any one weight changes by half, all of the first 3 areas stay among them, and none of them moves by more than 0 ranks.",
            RiskExplanation.Sensitivity(firm, Usual));
        // Volume and momentum pull the other way with nearly equal weights: half of one turns the order round.
        var shaky = Rank(Inputs([10, 20, 40], [40, 20, 10], [0, 0, 0], [1, 1, 1]), new RiskWeights(0.5, 0.5, 0, 0));
        Assert.EndsWith("none of them moves by more than 2 ranks.", RiskExplanation.Sensitivity(shaky, new RiskWeights(0.5, 0.5, 0, 0)), StringComparison.Ordinal);
        Assert.Equal("With one area there is no order to change.", RiskExplanation.Sensitivity(Rank(Inputs([10], [1], [0], [2]), Usual), Usual));
    }

    private static double[][] Simulate(RiskInputs inputs) => Rank(inputs, Usual).Simulate(RiskRanking.VolumeDraws(inputs, RiskBasis.Count));

    private static RiskRanking Rank(RiskInputs inputs, RiskWeights weights, RiskBasis per = RiskBasis.Count) =>
        new(inputs, new RiskRequest("precinct", null, 1, weights, per, false, IncidentFilter.All));

    private static RiskInputs Inputs(double[] volume, double[] reported, double[] share, double[] severity) => new(
        [.. volume.Select((_, number) => Area($"A{number}", 1, 1000))],
        [.. volume.Select(count => new[] { count })],
        [.. volume.Select(_ => Array.Empty<double[]>())],
        [.. reported.Select(count => new Momentum(count, 10))],
        share,
        severity);

    private static Area Area(string code, double squareKilometres, int? population) =>
        new(1, "precinct", code, code, MultiPolygon.Empty, squareKilometres, population);

    private static Arbitrary<(double[] Volume, double[] Other, double[] Severity)> Values => (
        from count in Gen.Choose(1, 12)
        from volume in Gen.Choose(0, 200).Select(value => value / 4.0).ArrayOf(count)
        from other in Gen.Choose(0, 200).Select(value => value / 4.0).ArrayOf(count)
        from severity in Gen.Choose(4, 400).Select(value => value / 4.0).ArrayOf(count)
        select (volume, other, severity)).ToArbitrary();
}
