namespace GeoCrime.Analytics.Forecasting;

/// <summary>Makes forecasts of parts and of their whole add up: areas to the city, days to the week. Nothing comes out negative.</summary>
/// <remarks>
/// Minimum trace (Wickramasuriya, Athanasopoulos and Hyndman 2019, JASA 114): ỹ = ŷ − W Cᵀ(C W Cᵀ)⁻¹ C ŷ, which for the single
/// constraint whole − Σ parts = 0 needs only W's products with it. What would fall below 0 is held at 0 and the rest is scaled
/// down to the same sum. Serves mean paths and, draw by draw, sample paths. Cost: O(parts) a constraint, O(parts · origins) for the weights.
/// </remarks>
public static class Reconciliation
{
    /// <summary>Parts that add up; their sum is the whole.</summary>
    /// <param name="parts">Forecasts ≥ 0; not modified.</param>
    /// <param name="whole">Forecast of the sum; ≥ 0.</param>
    /// <param name="shares">How much of the difference each part takes; see <see cref="ByErrors"/> and <see cref="Structural"/>.</param>
    /// <exception cref="ArgumentException">Parts and shares differ in number.</exception>
    public static double[] Parts(double[] parts, double whole, double[] shares)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(shares);
        if (parts.Length != shares.Length)
            throw new ArgumentException($"{parts.Length} parts but {shares.Length} shares");
        var difference = whole - parts.Sum();
        var result = parts.Zip(shares, (part, share) => part + share * difference).ToArray();
        var sum = Math.Max(0, result.Sum());
        var above = result.Where(v => v > 0).Sum();
        if (result.Any(v => v < 0))
            for (var i = 0; i < result.Length; i++)
                result[i] = result[i] <= 0 || sum == 0 ? 0 : result[i] * sum / above;
        return result;
    }

    /// <summary>Shares from past errors, their covariances shrunk towards none; they need not sum to 1: the whole takes the rest.</summary>
    /// <param name="parts">Shape [parts, n ≥ 3]: past errors of the parts.</param>
    /// <param name="whole">Shape [n]: of the whole, at the same origins and steps.</param>
    /// <exception cref="ArgumentException">Lengths differ, or there are fewer than 3 errors.</exception>
    /// <remarks>Shrinkage intensity of correlations by Schäfer and Strimmer (2005).</remarks>
    public static double[] ByErrors(double[][] parts, double[] whole)
    {
        const int least = 3;
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(whole);
        if (whole.Length < least || parts.Any(errors => errors.Length != whole.Length))
            throw new ArgumentException($"errors of parts and whole must match in number and be at least {least}; the whole has {whole.Length}");
        double[][] all = [whole, .. parts];
        var deviations = all.Select(errors => Math.Sqrt(errors.Average(e => e * e))).ToArray();
        var kept = 1 - Intensity(all, deviations);
        double Covariance(int i, int j) => i == j ? deviations[i] * deviations[i] : kept * all[i].Zip(all[j], (a, b) => a * b).Average();
        // W Cᵀ with C = (1, −1, …, −1).
        var products = all.Select((_, i) => Covariance(i, 0) - Enumerable.Range(1, parts.Length).Sum(j => Covariance(i, j))).ToArray();
        var scale = products[0] - products.Skip(1).Sum();
        return scale > 0 ? [.. products.Skip(1).Select(product => -product / scale)] : Structural(parts.Length);
    }

    /// <summary>Shares where only the structure is known: every part has the same variance and the whole the sum of them.</summary>
    /// <remarks>Athanasopoulos et al. (2017), European Journal of Operational Research 262(1), structural scaling.</remarks>
    public static double[] Structural(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        return [.. Enumerable.Repeat(0.5 / parts, parts)];
    }

    /// <summary>Shares where nothing is known of errors but that counts err as chance does: variances in proportion to the forecasts.</summary>
    /// <param name="parts">Forecasts ≥ 0 of the parts, at least one.</param>
    public static double[] ByVolume(double[] parts, double whole)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var all = whole + parts.Sum();
        return all > 0 ? [.. parts.Select(part => part / all)] : Structural(parts.Length);
    }

    // Sum of the variances of correlations over the sum of their squares, at most 1.
    private static double Intensity(double[][] all, double[] deviations)
    {
        var n = all[0].Length;
        var (noise, signal) = (0.0, 0.0);
        for (var i = 0; i < all.Length; i++)
            for (var j = 0; j < i; j++)
            {
                if (deviations[i] == 0 || deviations[j] == 0)
                    continue;
                var products = all[i].Zip(all[j], (a, b) => a * b / (deviations[i] * deviations[j])).ToArray();
                var mean = products.Average();
                noise += products.Sum(p => (p - mean) * (p - mean)) / ((double)n * (n - 1));
                signal += mean * mean;
            }
        return signal > 0 ? Math.Min(1, noise / signal) : 1;
    }
}
