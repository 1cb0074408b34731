namespace GeoCrime.Studies.SampleCity;

/// <summary>Cumulative sums to draw from.</summary>
internal static class Cumulative
{
    /// <summary>Running sums; shape [n] in, shape [n] out.</summary>
    public static double[] Of(IReadOnlyList<double> weights)
    {
        var sums = new double[weights.Count];
        var sum = 0.0;
        for (var i = 0; i < sums.Length; i++)
            sums[i] = sum += weights[i];
        return sums;
    }
}
