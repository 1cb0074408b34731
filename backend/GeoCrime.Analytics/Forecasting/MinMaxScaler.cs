namespace GeoCrime.Analytics.Forecasting;

/// <summary>Maps a training part's least count to 0 and its greatest to 1; later counts may lie outside.</summary>
/// <param name="Minimum">Least known count of the training part.</param>
/// <param name="Maximum">Greatest; above the least.</param>
public sealed record MinMaxScaler(double Minimum, double Maximum)
{
    /// <returns>Null where all known counts are equal, or none is known.</returns>
    public static MinMaxScaler? Fit(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var known = values.Where(v => !double.IsNaN(v)).ToArray();
        return known.Length == 0 || known.Min() == known.Max() ? null : new MinMaxScaler(known.Min(), known.Max());
    }

    public double Scale(double value) => (value - Minimum) / (Maximum - Minimum);

    /// <summary>A difference of scaled values as a difference of counts.</summary>
    public double UnscaleDifference(double difference) => difference * (Maximum - Minimum);
}
