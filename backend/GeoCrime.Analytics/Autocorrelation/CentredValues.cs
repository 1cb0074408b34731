using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Values about their mean.</summary>
/// <param name="Deviations">Shape [n].</param>
/// <param name="Variance">Mean of their squares.</param>
/// <param name="Kurtosis">Mean of their fourth powers over the square of the variance.</param>
internal sealed record CentredValues(double[] Deviations, double Variance, double Kurtosis)
{
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, there are fewer than four, or all are alike.</exception>
    public static CentredValues Of(double[] values, SpatialWeights weights)
    {
        GetisOrd.RequireUnits(values, weights);
        if (values.Length < 4)
            throw new ArgumentException($"{values.Length} units are too few; the moments need four.", nameof(values));
        var mean = values.Average();
        double[] deviations = [.. values.Select(value => value - mean)];
        var variance = deviations.Average(deviation => deviation * deviation);
        if (!(variance > 1e-20 * mean * mean))
            throw new ArgumentException($"All values are {values[0]}; autocorrelation needs values that differ.", nameof(values));
        return new CentredValues(deviations, variance, deviations.Average(deviation => Math.Pow(deviation, 4)) / (variance * variance));
    }

    /// <summary>Weighted sum of the neighbours' deviations.</summary>
    public double Lag(SpatialWeights weights, int unit)
    {
        var sum = 0.0;
        for (var link = weights.Offsets[unit]; link < weights.Offsets[unit + 1]; link++)
            sum += (weights.Values?[link] ?? 1) * Deviations[weights.Neighbours[link]];
        return sum;
    }
}
