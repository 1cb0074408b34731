namespace GeoCrime.Api.Layers;

/// <summary>Where each value stands among all that are drawn, for pictures coloured by rank instead of density.</summary>
internal static class PercentileScale
{
    /// <summary>Values at or below this share of the maximum are not drawn, and not ranked.</summary>
    private const double Threshold = 0.01;

    /// <summary>Ranks are told apart to 1/4096 of the square-root stretch, far finer than a colour.</summary>
    private const int Bins = 4096;

    /// <summary>The share of the drawn values that lie below each value.</summary>
    /// <param name="values">Not modified; ≥ 0.</param>
    /// <returns>Shape of <paramref name="values"/>: 0 where nothing is drawn, else above 0 up to 1.</returns>
    /// <remarks>Cost O(n).</remarks>
    public static float[] Of(float[] values)
    {
        var max = values.Length == 0 ? 0 : values.Max();
        var ranks = new float[values.Length];
        if (max <= 0)
            return ranks;
        var below = new int[Bins + 1];
        foreach (var value in values)
            if (value > Threshold * max)
                below[Bin(value, max) + 1]++;
        for (var bin = 1; bin <= Bins; bin++)
            below[bin] += below[bin - 1];
        for (var index = 0; index < values.Length; index++)
            if (values[index] > Threshold * max)
                ranks[index] = (float)below[Bin(values[index], max) + 1] / below[Bins];
        return ranks;
    }

    private static int Bin(float value, float max) => Math.Min(Bins - 1, (int)(Math.Sqrt(value / max) * Bins));
}
