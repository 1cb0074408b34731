using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Local statistic of Getis and Ord: is the sum of values around a unit high or low for the map as a whole?</summary>
public static class GetisOrd
{
    /// <summary>Gi*, each unit itself included, as a normal deviate.</summary>
    /// <param name="values">Shape [n]; finite; not modified.</param>
    /// <param name="weights">n units, each its own neighbour (<see cref="SpatialWeights.WithSelf"/>).</param>
    /// <returns>z is NaN and p 1 where the sum cannot vary: constant values, or neighbours that are all units alike.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a unit is not its own neighbour.</exception>
    /// <remarks>Ord and Getis (1995), Geographical Analysis 27, 286–306, eq. 14. O(links).</remarks>
    public static NormalDeviates Star(double[] values, SpatialWeights weights)
    {
        RequireUnits(values, weights);
        for (var unit = 0; unit < values.Length; unit++)
            if (!weights.HasSelf(unit))
                throw new ArgumentException($"Unit {unit} is not its own neighbour; Gi* needs WithSelf().", nameof(weights));
        var (mean, variance) = Moments(values);
        var z = new double[values.Length];
        for (var unit = 0; unit < z.Length; unit++)
            z[unit] = Deviate(values, weights, unit, mean, variance, values.Length);
        return NormalDeviates.Of(z);
    }

    /// <summary>Gi, each unit itself left out of its neighbours, of the mean and of the variance, as a normal deviate.</summary>
    /// <param name="values">Shape [n]; finite; not modified.</param>
    /// <param name="weights">n units, none its own neighbour.</param>
    /// <returns>z is NaN and p 1 where the sum cannot vary.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a unit is its own neighbour.</exception>
    /// <remarks>Ord and Getis (1995), eq. 6 and table 1. O(links).</remarks>
    public static NormalDeviates Plain(double[] values, SpatialWeights weights)
    {
        RequireUnits(values, weights);
        int n = values.Length;
        var (mean, variance) = Moments(values);
        var z = new double[n];
        for (var unit = 0; unit < n; unit++)
        {
            if (weights.HasSelf(unit))
                throw new ArgumentException($"Unit {unit} is its own neighbour; Gi is defined without.", nameof(weights));
            var deviation = values[unit] - mean;
            var others = mean - deviation / (n - 1);
            // Sum of squares about the mean of the others, from those about the mean of all.
            var squares = n * variance - deviation * deviation * n / (n - 1);
            z[unit] = Deviate(values, weights, unit, others, squares / (n - 1), n - 1);
        }
        return NormalDeviates.Of(z);
    }

    internal static void RequireUnits(double[] values, SpatialWeights weights)
    {
        if (values.Length != weights.Units)
            throw new ArgumentException($"There are {values.Length} values for {weights.Units} units.", nameof(values));
        PlanarPoints.RequireFinite(values, nameof(values));
    }

    private static double Deviate(double[] values, SpatialWeights weights, int unit, double mean, double variance, int n)
    {
        var neighbours = weights.Of(unit);
        var row = weights.ValuesOf(unit);
        double sum = 0, total = 0, squares = 0;
        for (var link = 0; link < neighbours.Length; link++)
        {
            var weight = row.IsEmpty ? 1 : row[link];
            sum += weight * (values[neighbours[link]] - mean);
            total += weight;
            squares += weight * weight;
        }
        var freedom = n * squares - total * total;
        // Rounding alone is left where all values, or all weights of all units, are alike.
        return variance > 1e-20 * mean * mean && freedom > 1e-12 * n * squares
            ? sum / Math.Sqrt(variance * freedom / (n - 1))
            : double.NaN;
    }

    /// <summary>Mean and population variance, in two passes.</summary>
    private static (double Mean, double Variance) Moments(double[] values)
    {
        if (values.Length == 0)
            return (0, 0);
        var mean = values.Average();
        return (mean, values.Sum(value => (value - mean) * (value - mean)) / values.Length);
    }
}
