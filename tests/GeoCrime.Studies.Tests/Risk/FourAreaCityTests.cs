using GeoCrime.Domain;
using GeoCrime.Studies.Risk;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Tests.Risk;

/// <summary>Four areas whose scores were computed on paper.</summary>
/// <remarks>
/// Volumes 10 20 30 60: median 25, deviations 15 5 5 35, their median 10, so s = 14.826 and z = −1.0117 −0.3372 0.3372 2.3607.
/// Momentum ln of 10/20, 20/20, 20/20, 40/20: deviations 0.6931 0 0 0.6931, their median 0.3466, s = 0.5138, z = −1.3490 0 0 1.3490.
/// Hot-spot shares are equal: 50 each. Severities 2 2 2 6: the median deviation is 0, the mean one 1, s = 1.2533, z = 0 0 0 3.1916.
/// </remarks>
public class FourAreaCityTests
{
    private static readonly RiskInputs City = new(
        [.. Enumerable.Range(1, 4).Select(number => new Area(number, "precinct", $"A{number}", $"Area {number}", MultiPolygon.Empty, 1, 1000))],
        [[10], [20], [30], [60]],
        [[], [], [], []],
        [new(5, 15), new(15, 15), new(15, 15), new(35, 15)],
        [0.25, 0.25, 0.25, 0.25],
        [2, 2, 2, 6]);

    [Fact]
    public void Scores_contributions_and_ranks_are_those_on_paper()
    {
        var ranking = Rank(new RiskWeights(0.5, 0.3, 0.1, 0.1));
        double[] expected =
        [
            (0.5 * 26.6640) + (0.3 * 20.6037) + (0.1 * 50) + (0.1 * 50),
            (0.5 * 41.6479) + (0.3 * 50) + (0.1 * 50) + (0.1 * 50),
            (0.5 * 58.3521) + (0.3 * 50) + (0.1 * 50) + (0.1 * 50),
            (0.5 * 91.3782) + (0.3 * 79.3963) + (0.1 * 50) + (0.1 * 96.0516),
        ];
        Assert.Equal(expected, ranking.Scores, (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal([4, 3, 2, 1], ranking.Ranks);
        for (var area = 0; area < 4; area++)
            Assert.Equal(ranking.Scores[area], Enumerable.Range(0, 4).Sum(component => ranking.Weights[component] * RobustScore.Place(ranking.Z[component][area])), 1e-9);
    }

    [Fact]
    public void All_weight_on_one_component_gives_its_order()
    {
        Assert.Equal([4, 3, 2, 1], Rank(new RiskWeights(1, 0, 0, 0)).Ranks);
        Assert.Equal([4, 2, 3, 1], Rank(new RiskWeights(0, 1, 0, 0)).Ranks);
        Assert.Equal([2, 3, 4, 1], Rank(new RiskWeights(0, 0, 0, 1)).Ranks);
    }

    [Fact]
    public void A_component_without_spread_gives_50_everywhere() => Assert.All(Rank(new RiskWeights(0, 0, 1, 0)).Scores, score => Assert.Equal(50, score, 1e-12));

    private static RiskRanking Rank(RiskWeights weights) => new(City, new RiskRequest("precinct", null, 1, weights, RiskBasis.Count, false, IncidentFilter.All));
}
