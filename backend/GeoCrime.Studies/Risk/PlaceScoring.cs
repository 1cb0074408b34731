using MathNet.Numerics.Distributions;

namespace GeoCrime.Studies.Risk;

/// <summary>Replays the ranking at past origins and asks how many of the reports that then came lay in its leading areas.</summary>
internal static class PlaceScoring
{
    private static readonly double[] Shares = [0.05, 0.10, 0.20];

    /// <summary>Scores <paramref name="request"/>'s ranking, with volumes by the mean of the last 28 days at each origin.</summary>
    public static PlaceScorecard Score(RiskHistory history, RiskRequest request)
    {
        var origins = history.Origins;
        var score = Rankings(history, request);
        var actuals = origins.Select(origin => origin.Came).ToList();
        var card = Summarise(
            actuals.Count == 0 ? 0 : actuals[0].Length, score,
            [("last year's counts", [.. origins.Select(origin => origin.LastYear)]), ("recency-weighted counts", [.. origins.Select(origin => origin.Recent)])], actuals);
        return card with
        {
            RankCorrelation = Correlation(score, actuals),
            LastMonthRankCorrelation = Correlation([.. origins.Select(origin => origin.LastMonth)], actuals),
        };
    }

    /// <summary>The scores at each origin.</summary>
    public static List<double[]> Rankings(RiskHistory history, RiskRequest request) => [.. history.Origins.Select(origin => new RiskRanking(origin.Inputs, request).Scores)];

    /// <summary>PAI of rankings with a share of the areas, mean over origins; null without origins.</summary>
    public static double? Pai(List<double[]> rankings, List<double[]> actuals, double share) => actuals.Count == 0
        ? null
        : HitRates(rankings, actuals, share).Average() * actuals[0].Length / Places(actuals[0].Length, share);

    private static double? Correlation(List<double[]> rankings, List<double[]> actuals)
    {
        var known = rankings.Zip(actuals, RankCorrelation.Of).OfType<double>().ToArray();
        return known.Length == 0 ? null : known.Average();
    }

    private static PlaceScorecard Summarise(int areas, List<double[]> score, (string Name, List<double[]> Ranking)[] baselines, List<double[]> actuals)
    {
        if (actuals.Count == 0)
            return new PlaceScorecard(0, [], null, [.. baselines.Select(each => each.Name)], "Not scored yet: two years of history and one horizon are needed.");
        var better = baselines.MaxBy(each => HitRates(each.Ranking, actuals, Shares[^1]).Average());
        var rows = Shares.Select(share =>
        {
            var taken = (double)Places(areas, share) / areas;
            var hits = HitRates(score, actuals, share).Average();
            var best = HitRates(actuals, actuals, share).Average();
            return new HitRateRow(taken, hits, hits / taken, best > 0 ? hits / best : null, HitRates(better.Ranking, actuals, share).Average() / taken);
        }).ToList();
        var differences = HitRates(score, actuals, Shares[^1]).Zip(HitRates(better.Ranking, actuals, Shares[^1]), (ours, theirs) => ours - theirs).ToArray();
        return new PlaceScorecard(actuals.Count, rows, Beats(differences), [better.Name, .. baselines.Select(each => each.Name).Where(name => name != better.Name)], Note(differences, better.Name));
    }

    /// <summary>Share of the reports that came in the leading areas, at each origin.</summary>
    private static double[] HitRates(List<double[]> rankings, List<double[]> actuals, double share) =>
        [.. rankings.Zip(actuals, (ranking, actual) => actual.Sum() > 0 ? Leading(ranking, share).Zip(actual, (part, reports) => part * reports).Sum() / actual.Sum() : 0)];

    /// <summary>1 for areas among the leading share, 0 for the others; those tied at the cut divide the places that are left.</summary>
    private static double[] Leading(double[] ranking, double share)
    {
        var places = Places(ranking.Length, share);
        var cut = ranking.OrderDescending().ElementAt(places - 1);
        var tied = (places - ranking.Count(score => score > cut)) / (double)ranking.Count(score => score == cut);
        return [.. ranking.Select(score => score > cut ? 1 : score == cut ? tied : 0)];
    }

    private static int Places(int areas, double share) => Math.Max(1, (int)Math.Round(share * areas));

    private static bool? Beats(double[] differences)
    {
        const int fewest = 5;
        if (differences.Length < fewest)
            return null;
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(each => (each - mean) * (each - mean)) / (differences.Length - 1) / differences.Length);
        return mean - (StudentT.InvCDF(0, 1, differences.Length - 1, 0.95) * error) > 0;
    }

    private static string Note(double[] differences, string baseline)
    {
        var points = differences.Average() * 100;
        var verdict = Beats(differences) switch
        {
            true => $"Beats {baseline}",
            false when points < -1 => $"{char.ToUpperInvariant(baseline[0])}{baseline[1..]} did better",
            false => $"Level with {baseline}",
            null => "Too few origins to judge",
        };
        return $"{verdict}: the first 20 % of areas held {Math.Abs(points):0.0} points {(points < 0 ? "fewer" : "more")} of the reports that came, over {differences.Length} origins.";
    }
}
