namespace GeoCrime.Studies.Risk;

/// <summary>Says in plain words what stands behind each component and how far the order depends on the weights.</summary>
internal static class RiskExplanation
{
    private const int Top = 5;

    public static string Volume(double expected, bool severityWeighted, int horizonDays, double? z) =>
        $"{(severityWeighted ? $"Reports with a severity weight of {expected:0}" : Count(expected))} expected in the next {horizonDays} days, {Against(z)}.";

    public static string Momentum(Momentum momentum) => double.IsNaN(momentum.Reported)
        ? "Of the last 28 days nothing is known."
        : momentum.Percent is { } percent
        ? $"{Count(momentum.Reported)} in the last 28 days, {Math.Abs(percent):0} % {(percent < 0 ? "below" : "above")} what the season led to expect ({momentum.Expected:0})."
        : $"{Count(momentum.Reported)} in the last 28 days; too few were expected to compare.";

    public static string Hotspot(double share) => double.IsNaN(share)
        ? "No located report in the last year."
        : $"{share * 100:0} % of the last year's located reports lie in significant hot spots.";

    public static string Severity(double mean, double? z) => double.IsNaN(mean)
        ? "No report in the last year."
        : $"Mean severity weight {mean:0.0} in the last year, {Against(z)}.";

    /// <summary>Changes each weight by half, one at a time, and looks at what happens to the leading areas.</summary>
    public static string Sensitivity(RiskRanking ranking, RiskWeights weights)
    {
        var leading = Math.Min(Top, ranking.Ranks.Length);
        if (leading < 2)
            return "With one area there is no order to change.";
        var (kept, moved) = (leading, 0);
        foreach (var factor in new[] { 0.5, 1.5 })
            foreach (var changed in Changed(weights, factor))
            {
                var ranks = RiskRanking.RanksOf(ranking.ScoresWith(changed));
                kept = Math.Min(kept, ranking.Ranks.Zip(ranks).Count(pair => pair.First <= leading && pair.Second <= leading));
                moved = Math.Max(moved, ranking.Ranks.Zip(ranks).Where(pair => pair.First <= leading).Max(pair => Math.Abs(pair.First - pair.Second)));
            }
        return $"When any one weight changes by half, {(kept == leading ? "all" : "at least " + kept)} of the first {leading} areas stay among them, and none of them moves by more than {moved} {(moved == 1 ? "rank" : "ranks")}.";
    }

    private static IEnumerable<RiskWeights> Changed(RiskWeights weights, double factor)
    {
        RiskWeights[] all =
        [
            weights with { Volume = weights.Volume * factor },
            weights with { Momentum = weights.Momentum * factor },
            weights with { Hotspot = weights.Hotspot * factor },
            weights with { Severity = weights.Severity * factor },
        ];
        return all.Where(changed => changed.Volume + changed.Momentum + changed.Hotspot + changed.Severity > 0);
    }

    private static string Count(double reports) => $"{reports:0} {(Math.Round(reports) == 1 ? "report" : "reports")}";

    private static string Against(double? z) => z switch
    {
        null => "no different from the other areas",
        > 2 => "far above the typical area",
        > 0.5 => "above the typical area",
        < -0.5 => "below the typical area",
        _ => "about as in the typical area",
    };
}
