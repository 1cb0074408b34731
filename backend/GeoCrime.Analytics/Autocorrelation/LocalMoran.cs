using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>A unit's value and its surroundings', each below or above the mean.</summary>
public enum Quadrant
{
    LowLow,
    LowHigh,
    HighLow,
    HighHigh,
}

/// <summary>Local Moran: which units resemble their surroundings, and which stand out from them.</summary>
/// <param name="I">Shape [n]: zᵢ Σⱼ wᵢⱼ zⱼ / m₂, positive where alike.</param>
/// <param name="Expectation">Shape [n]: if values lay at random.</param>
/// <param name="Variance">Shape [n].</param>
/// <param name="Deviates">z and two-sided normal p; NaN and 1 for islands.</param>
/// <param name="Quadrants">Shape [n]: of the Moran scatter plot.</param>
public sealed record LocalMoran(double[] I, double[] Expectation, double[] Variance, NormalDeviates Deviates, Quadrant[] Quadrants)
{
    /// <summary>Local Moran with analytic moments. Pseudo p: <see cref="ConditionalPermutation.PseudoP"/> of the same values.</summary>
    /// <param name="values">Shape [n], n ≥ 4; finite, not all alike; not modified.</param>
    /// <param name="weights">n units, none its own neighbour; row-standardised by custom.</param>
    /// <param name="conditional">Moments given the unit's own value (true), or over all orders of all values.</param>
    /// <exception cref="ArgumentException">The input is not as described; the message says how.</exception>
    /// <remarks>Anselin (1995), Geographical Analysis 27, 93–115, eq. 12 to 14; conditional moments: Sokal, Oden and Thomson (1998),
    /// Geographical Analysis 30, 331–354, eq. A1 and A2. O(links).</remarks>
    public static LocalMoran Test(double[] values, SpatialWeights weights, bool conditional = true)
    {
        var centred = CentredValues.Of(values, weights);
        double n = values.Length, m2 = centred.Variance, b2 = centred.Kurtosis;
        var i = new double[values.Length];
        var expectation = new double[values.Length];
        var variance = new double[values.Length];
        var quadrants = new Quadrant[values.Length];
        for (var unit = 0; unit < values.Length; unit++)
        {
            double z = centred.Deviations[unit], lag = centred.Lag(weights, unit), total = 0, squares = 0;
            for (var link = weights.Offsets[unit]; link < weights.Offsets[unit + 1]; link++)
            {
                if (weights.Neighbours[link] == unit)
                    throw new ArgumentException($"Unit {unit} is its own neighbour; local Moran is defined without.", nameof(weights));
                var weight = weights.Values?[link] ?? 1;
                total += weight;
                squares += weight * weight;
            }
            i[unit] = z * lag / m2;
            quadrants[unit] = Of(z, lag);
            if (conditional)
            {
                expectation[unit] = -z * z * total / ((n - 1) * m2);
                variance[unit] = z * z / (m2 * m2) * (n / (n - 2)) * (squares - total * total / (n - 1)) * (m2 - z * z / (n - 1));
            }
            else
            {
                expectation[unit] = -total / (n - 1);
                variance[unit] = squares * (n - b2) / (n - 1) + (total * total - squares) * (2 * b2 - n) / ((n - 1) * (n - 2))
                    - total * total / ((n - 1) * (n - 1));
            }
        }
        var deviates = i.Zip(expectation, variance)
            .Select(unit => unit.Third > 0 ? (unit.First - unit.Second) / Math.Sqrt(unit.Third) : double.NaN);
        return new LocalMoran(i, expectation, variance, NormalDeviates.Of([.. deviates]), quadrants);
    }

    /// <summary>Bivariate: a unit's own x against its neighbours' y. Pseudo p: <see cref="ConditionalPermutation.PseudoP"/> of y.</summary>
    /// <param name="x">Shape [n], n ≥ 4; finite, not all alike.</param>
    /// <param name="y">Shape [n]; likewise.</param>
    /// <param name="weights">n units.</param>
    /// <returns>Statistic and quadrant of each unit, x first.</returns>
    /// <exception cref="ArgumentException">The input is not as described; the message says how.</exception>
    /// <remarks>Anselin, Syabri and Smirnov (2002), New Tools for Spatial Data Analysis. O(links).</remarks>
    public static (double[] I, Quadrant[] Quadrants) Bivariate(double[] x, double[] y, SpatialWeights weights)
    {
        CentredValues own = CentredValues.Of(x, weights), others = CentredValues.Of(y, weights);
        var scale = Math.Sqrt(own.Variance * others.Variance);
        var lags = Enumerable.Range(0, x.Length).Select(unit => others.Lag(weights, unit)).ToArray();
        return ([.. own.Deviations.Zip(lags, (z, lag) => z * lag / scale)], [.. own.Deviations.Zip(lags, Of)]);
    }

    private static Quadrant Of(double deviation, double lag) => (deviation > 0, lag > 0) switch
    {
        (false, false) => Quadrant.LowLow,
        (false, true) => Quadrant.LowHigh,
        (true, false) => Quadrant.HighLow,
        _ => Quadrant.HighHigh,
    };
}
