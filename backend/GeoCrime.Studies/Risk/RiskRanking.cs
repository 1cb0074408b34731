using GeoCrime.Analytics.Evaluation;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Risk;

/// <summary>Scores and ranks areas from their inputs; pure arithmetic.</summary>
internal sealed class RiskRanking
{
    private const int Draws = 1000;
    private readonly RiskInputs inputs;
    private readonly double[] weights;
    private readonly double[] basis;

    public RiskRanking(RiskInputs inputs, RiskRequest request)
    {
        this.inputs = inputs;
        weights = request.Weights.Shares();
        basis = [.. inputs.Areas.Select(area => Basis(area, request.Per))];
        Expected = [.. inputs.Paths.Select(path => path.Sum())];
        Z = [Volume(Expected, basis), RobustScore.Standardise([.. inputs.Momentum.Select(each => each.LogRatio)]), RobustScore.Standardise(inputs.HotspotShare), RobustScore.Standardise(inputs.Severity)];
        Scores = Score(Z, weights);
        Ranks = RanksOf(Scores);
    }

    /// <summary>Expected reports over the horizon, or their severity weights.</summary>
    public double[] Expected { get; }

    /// <summary>The expected per km², per 1,000 residents, or as they are.</summary>
    public double[] VolumeOnBasis => [.. Expected.Zip(basis, (count, by) => count / by)];

    /// <summary>Shape [component, area].</summary>
    public double?[][] Z { get; }

    public double[] Scores { get; }

    /// <summary>1 is the highest score; equal scores keep the order of the areas.</summary>
    public int[] Ranks { get; }

    public IReadOnlyList<double> Weights => weights;

    /// <summary>Scores of other weights on the same inputs.</summary>
    public double[] ScoresWith(RiskWeights other) => Score(Z, other.Shares());

    /// <summary>Scores over joint sample paths: what made all areas err together in the past does so in a draw.</summary>
    /// <param name="places">Of <see cref="VolumeDraws"/>.</param>
    /// <returns>Shape [draws, areas].</returns>
    public double[][] Simulate(double[][] places)
    {
        double[] still = [.. Enumerable.Range(0, Scores.Length).Select(area => Enumerable.Range(1, 3).Sum(component => weights[component] * RobustScore.Place(Z[component][area])))];
        return [.. places.Select(draw => draw.Zip(still, (place, rest) => (weights[0] * place) + rest).ToArray())];
    }

    /// <summary>Places of the volume on 0–100 over joint sample paths; no weight changes them.</summary>
    /// <returns>Shape [draws, areas].</returns>
    public static double[][] VolumeDraws(RiskInputs inputs, RiskBasis per)
    {
        double[] basis = [.. inputs.Areas.Select(area => Basis(area, per))];
        var totals = JointPaths.Totals(inputs.Paths, inputs.Errors, Draws, RiskRequest.Seed);
        return [.. Enumerable.Range(0, Draws).Select(draw => Volume([.. totals.Select(area => area[draw])], basis).Select(RobustScore.Place).ToArray())];
    }

    public static int[] RanksOf(double[] scores)
    {
        var keys = Array.ConvertAll(scores, score => -score);
        var order = Enumerable.Range(0, scores.Length).ToArray();
        Array.Sort(keys, order);
        // The sort is not stable: equal scores go back to the order of the areas.
        for (var first = 0; first < keys.Length;)
        {
            var end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
                end++;
            Array.Sort(order, first, end - first);
            first = end;
        }
        var ranks = new int[scores.Length];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank + 1;
        return ranks;
    }

    private static double[] Score(double?[][] z, double[] weights) =>
        [.. Enumerable.Range(0, z[0].Length).Select(area => weights.Select((weight, component) => weight * RobustScore.Place(z[component][area])).Sum())];

    private static double?[] Volume(double[] totals, double[] basis) => RobustScore.Standardise([.. totals.Zip(basis, (count, by) => count / by)]);

    private static double Basis(Area area, RiskBasis per) => per switch
    {
        RiskBasis.SquareKilometre => area.SquareKilometres,
        RiskBasis.Resident => area.Population is > 0
            ? area.Population.Value / 1000.0
            : throw new ArgumentException($"per: RESIDENT needs the population of every area; {area.Kind} '{area.Code}' has none."),
        _ => 1,
    };
}
