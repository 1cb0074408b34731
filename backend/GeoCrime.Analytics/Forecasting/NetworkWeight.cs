using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>How far networks are to be believed beside the smoothed level and the calendar, by the held-back part.</summary>
/// <remarks>
/// The logarithmic multiplier is shrunk to a quarter, half, three quarters or none of it. Areas share their shocks, so that windows of
/// one time are one observation: the least weight counts whose mean loss lies within a standard error, over ends in time and
/// widened for overlapping windows, of the best weight's (Breiman et al. 1984, the one-standard-error rule).
/// </remarks>
internal static class NetworkWeight
{
    private static readonly double[] Weights = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>The weight, 0 to 1; 1 where nothing was held back.</summary>
    /// <param name="heldBack">Windows in order of time, all areas of an end together.</param>
    /// <param name="areas">Windows of an end.</param>
    /// <param name="overlap">Windows of an area that share a target; ≥ 1.</param>
    /// <param name="said">Averaged outputs of the networks for all windows.</param>
    public static double Choose(WindowSet heldBack, int areas, double overlap, double[] said)
    {
        var ends = heldBack.Count / areas;
        if (ends < 2)
            return 1;
        var losses = Weights.Select(_ => new double[ends]).ToArray();
        var width = heldBack.TargetWidth;
        for (var w = 0; w < Weights.Length; w++)
        {
            var shrunk = said.Select((value, j) => (float)(j % (width + 1) < width ? value * Weights[w] : value)).ToArray();
            for (var window = 0; window < heldBack.Count; window++)
                losses[w][window / areas] += NegativeBinomialLoss.Instance.Sum(shrunk.AsSpan(window * (width + 1), width + 1), heldBack, [window]);
        }
        var best = losses.MinBy(each => each.Sum())!;
        for (var w = 0; w < Weights.Length; w++)
        {
            var worse = OverlappingMean.Of([.. losses[w].Zip(best, (own, least) => own - least)], overlap);
            if (worse.Mean <= worse.Error)
                return Weights[w];
        }
        return 1;
    }
}
