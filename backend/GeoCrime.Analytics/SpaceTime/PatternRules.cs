namespace GeoCrime.Analytics.SpaceTime;

/// <summary>The precedence table of docs/emerging-patterns.md: the first rule that holds names the pattern.</summary>
public static class PatternRules
{
    /// <summary>Share of the steps that makes a place lastingly hot or cold.</summary>
    public const double LastingShare = 0.9;

    /// <summary>p at or below which the trend of z counts.</summary>
    public const double TrendLevel = 0.05;

    /// <summary>Names the pattern of one place.</summary>
    /// <param name="states">Shape [steps], oldest first: positive is significantly hot, negative significantly cold, 0 neither.</param>
    /// <param name="trend">Of the place's z over the steps.</param>
    /// <returns><see cref="EmergingPattern.None"/> without steps.</returns>
    public static EmergingPattern Classify(ReadOnlySpan<int> states, MannKendall trend)
    {
        if (states.IsEmpty)
            return EmergingPattern.None;
        int hot = 0, cold = 0;
        foreach (var state in states)
        {
            hot += state > 0 ? 1 : 0;
            cold += state < 0 ? 1 : 0;
        }
        var significant = trend.P <= TrendLevel;
        return states[^1] switch
        {
            > 0 => Hot(states, hot, cold, significant ? Math.Sign(trend.Z) : 0, side: 1),
            // A cold spot grows as z falls.
            < 0 => Cold(Hot(states, cold, hot, significant ? -Math.Sign(trend.Z) : 0, side: -1)),
            _ when hot >= LastingShare * states.Length => EmergingPattern.HistoricalHot,
            _ when cold >= LastingShare * states.Length => EmergingPattern.HistoricalCold,
            _ => EmergingPattern.None,
        };
    }

    /// <param name="same">Steps on the last step's side.</param>
    /// <param name="other">Steps on the other side.</param>
    /// <param name="growth">1 where the side's intensity grows significantly, −1 where it falls, else 0.</param>
    private static EmergingPattern Hot(ReadOnlySpan<int> states, int same, int other, int growth, int side)
    {
        if (same == 1 && other == 0)
            return EmergingPattern.NewHot;
        if (same >= LastingShare * states.Length)
            return growth switch
            {
                > 0 => EmergingPattern.IntensifyingHot,
                < 0 => EmergingPattern.DiminishingHot,
                _ => EmergingPattern.PersistentHot,
            };
        if (other > 0)
            return EmergingPattern.OscillatingHot;
        var run = 0;
        while (run < states.Length && Math.Sign(states[^(run + 1)]) == side)
            run++;
        return run == same ? EmergingPattern.ConsecutiveHot : EmergingPattern.SporadicHot;
    }

    private static EmergingPattern Cold(EmergingPattern hot) => hot + (EmergingPattern.NewCold - EmergingPattern.NewHot);
}
