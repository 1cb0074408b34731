namespace GeoCrime.Analytics.Evaluation;

/// <summary>How one count fell into the distribution that was forecast for it.</summary>
/// <param name="Crps">Continuous ranked probability score; counts.</param>
/// <param name="Inside">Shape [levels]: whether the interval held.</param>
/// <param name="Winkler">Shape [levels]: width, and 2/α times the distance of a count outside.</param>
/// <param name="Pit">Probability integral transform, drawn evenly between P(below) and P(not above) of whole counts; 0–1.</param>
/// <remarks>
/// CRPS of a sample: mean |x − y| − ½ mean |x − x'| (Gneiting and Raftery 2007, JASA 102). Winkler (1972), JASA 67. Randomised PIT:
/// Czado, Gneiting and Held (2009), Biometrics 65.
/// </remarks>
public sealed record StepScore(double Crps, bool[] Inside, double[] Winkler, double Pit)
{
    /// <summary>Scores a count against a mean and the errors about it.</summary>
    /// <param name="sortedErrors">Increasing; at least one.</param>
    /// <param name="levels">Per cent.</param>
    /// <param name="chance">Uniform in [0, 1): places the PIT of a whole count.</param>
    public static StepScore Of(double mean, double[] sortedErrors, double actual, IReadOnlyList<double> levels, double chance)
    {
        ArgumentNullException.ThrowIfNull(sortedErrors);
        ArgumentNullException.ThrowIfNull(levels);
        var (inside, winkler) = (new bool[levels.Count], new double[levels.Count]);
        for (var l = 0; l < levels.Count; l++)
        {
            var bounds = ErrorPool.Bounds(sortedErrors, levels[l]);
            var (lower, upper) = (Math.Max(0, mean + bounds.Lower), Math.Max(0, mean + bounds.Upper));
            inside[l] = actual >= lower && actual <= upper;
            winkler[l] = upper - lower + 2 / (1 - levels[l] / 100) * Math.Max(0, Math.Max(lower - actual, actual - upper));
        }
        return new StepScore(SampleCrps(mean, sortedErrors, actual), inside, winkler, RandomisedPit(mean, sortedErrors, actual, chance));
    }

    private static double SampleCrps(double mean, double[] sortedErrors, double actual)
    {
        var (distance, spread) = (0.0, 0.0);
        var n = sortedErrors.Length;
        for (var i = 0; i < n; i++)
        {
            var x = Math.Max(0, mean + sortedErrors[i]);
            distance += Math.Abs(x - actual);
            spread += (2 * i - n + 1) * x;
        }
        return distance / n - spread / ((double)n * n);
    }

    // The sample stands for whole counts by rounding: a draw in (y − ½, y + ½] is the count y.
    private static double RandomisedPit(double mean, double[] sortedErrors, double actual, double chance)
    {
        var (below, not) = (0, 0);
        foreach (var error in sortedErrors)
        {
            var x = Math.Max(0, mean + error);
            below += x < actual - 0.5 ? 1 : 0;
            not += x < actual + 0.5 ? 1 : 0;
        }
        return (below + chance * (not - below)) / sortedErrors.Length;
    }
}
