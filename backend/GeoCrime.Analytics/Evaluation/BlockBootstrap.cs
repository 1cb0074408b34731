using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>How sure a mean over origins is whose windows overlap.</summary>
public static class BlockBootstrap
{
    private const int Draws = 2000;

    /// <summary>The 95 % percentile interval of a mean, by moving blocks joined end to end in a circle.</summary>
    /// <param name="values">Shape [origins], in order of time; at least one.</param>
    /// <param name="block">Origins of a block: as many as overlap, but at most a third of all: fewer than three blocks say nothing of chance.</param>
    /// <remarks>Politis and Romano (1992), circular block bootstrap. Cost: O(2,000 · origins).</remarks>
    public static (double Lower, double Upper) MeanInterval(double[] values, int block, int seed)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(block, 1);
        if (values.Length == 0)
            throw new ArgumentException("there is nothing to take the mean of");
        var random = SplitMix64.For(seed, 500);
        var length = Math.Min(block, Math.Max(1, values.Length / 3));
        var means = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var (sum, taken) = (0.0, 0);
            while (taken < values.Length)
            {
                var start = random.NextIndex(values.Length);
                for (var i = 0; i < length && taken < values.Length; i++, taken++)
                    sum += values[(start + i) % values.Length];
            }
            means[draw] = sum / values.Length;
        }
        Array.Sort(means);
        return (means[(int)(0.025 * Draws)], means[(int)(0.975 * Draws) - 1]);
    }
}
