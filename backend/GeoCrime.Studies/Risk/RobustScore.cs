namespace GeoCrime.Studies.Risk;

/// <summary>Places values among each other on 0–100: u = 100 / (1 + e^−z), z = (v − median) / s.</summary>
/// <remarks>
/// s is 1.4826 times the median absolute deviation; where that is 0, 1.2533 times the mean absolute deviation; where that is 0 too,
/// u is 50. Adding a constant to all values changes nothing.
/// </remarks>
internal static class RobustScore
{
    private const double MadToSd = 1.4826;
    private const double MeanDeviationToSd = 1.2533;

    /// <returns>z, null where all values are equal or the value is unknown (NaN).</returns>
    public static double?[] Standardise(IReadOnlyList<double> values)
    {
        var known = values.Where(value => !double.IsNaN(value)).ToArray();
        if (known.Length == 0)
            return new double?[values.Count];
        var median = Median(known);
        var deviations = known.Select(value => Math.Abs(value - median)).ToArray();
        var scale = MadToSd * Median(deviations);
        if (scale == 0)
            scale = MeanDeviationToSd * deviations.Average();
        return [.. values.Select(value => double.IsNaN(value) || scale == 0 ? (double?)null : (value - median) / scale)];
    }

    public static double Place(double? z) => z is { } value ? 100 / (1 + Math.Exp(-value)) : 50;

    /// <param name="values">Not empty.</param>
    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
