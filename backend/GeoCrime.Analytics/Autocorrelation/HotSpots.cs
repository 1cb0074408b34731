using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Hot and cold spots of counts on a map.</summary>
/// <param name="Z">Shape [n]: Gi* as a normal deviate; NaN where it cannot vary.</param>
/// <param name="P">Shape [n]: its two-sided normal p, uncorrected. Shown, never binned: it finds false hot cells in most random cities.</param>
/// <param name="ExactP">Shape [n]: exact two-sided p, uncorrected.</param>
/// <param name="PseudoP">Shape [n]: conditional permutation p, or null where none were asked for.</param>
/// <param name="Bins">Shape [n]: 3, 2, 1 hot at 99, 95, 90 % after Benjamini-Hochberg on the exact p; negative is cold; 0 is neither.</param>
public sealed record HotSpots(double[] Z, double[] P, double[] ExactP, double[]? PseudoP, int[] Bins)
{
    private static readonly (double Rate, int Bin)[] Levels = [(0.01, 3), (0.05, 2), (0.10, 1)];

    /// <summary>Tests every unit of the map.</summary>
    /// <param name="counts">Shape [n]; whole numbers ≥ 0; not modified.</param>
    /// <param name="weights">n units, each its own neighbour.</param>
    /// <param name="permutations">Conditional permutations a unit; 0 for none.</param>
    /// <param name="seed">Of the permutations.</param>
    /// <param name="cancellation">Looked at between tests and within permutations.</param>
    /// <exception cref="ArgumentException">As <see cref="GetisOrd.Star"/> and <see cref="ExactCountTest.Test"/>.</exception>
    public static HotSpots Find(
        double[] counts, SpatialWeights weights, int permutations, int seed, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        var normal = GetisOrd.Star(counts, weights);
        cancellation.ThrowIfCancellationRequested();
        var exact = ExactCountTest.Test(counts, weights);
        var pseudo = permutations == 0 ? null : ConditionalPermutation.PseudoP(counts, weights, permutations, seed, cancellation);
        return new HotSpots(normal.Z, normal.P, exact.P, pseudo, Bin(exact.P, exact.Direction));
    }

    /// <summary>Bins from p-values and the side on which each unit departs.</summary>
    /// <param name="p">Shape [n]; in [0, 1].</param>
    /// <param name="direction">Shape [n]: 1 high, −1 low, 0 neither.</param>
    public static int[] Bin(double[] p, int[] direction)
    {
        if (p.Length != direction.Length)
            throw new ArgumentException($"There are {direction.Length} directions for {p.Length} p-values.", nameof(direction));
        var rates = BenjaminiHochberg.Adjust(p);
        return [.. rates.Zip(direction, (rate, side) => side * Levels.FirstOrDefault(level => rate <= level.Rate).Bin)];
    }
}
