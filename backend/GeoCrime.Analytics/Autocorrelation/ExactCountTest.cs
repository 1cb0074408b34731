using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Exact p of each unit's neighbourhood.</summary>
/// <param name="P">Shape [n]: two-sided, min(1, 2·min(P≤, P≥)).</param>
/// <param name="Direction">Shape [n]: 1 where the sum is high, −1 where it is low, 0 where neither.</param>
public sealed record ExactP(double[] P, int[] Direction);

/// <summary>
/// Tests whether a unit and its k neighbours hold more, or fewer, incidents than k + 1 units taken at random from the map. Unlike the
/// normal deviate it is right for the few and skewed counts of real cells.
/// </summary>
public static class ExactCountTest
{
    /// <summary>Units per drawn unit from which draws with putting back stand for draws without; the variance then differs by 1 %, to the careful side.</summary>
    private const int UnitsPerDraw = 100;

    /// <summary>The most units that a neighbourhood may have.</summary>
    public const int MaximumDraws = 500;

    /// <summary>Sums are told apart to one in this many; coarser than 1 only for counts beyond some 30,000 a unit.</summary>
    private const int Resolution = 1 << 18;

    /// <summary>Multiplications that counting all sets may take.</summary>
    private const double Work = 1e9;

    /// <summary>Tests all units.</summary>
    /// <param name="counts">Shape [n]; whole numbers ≥ 0; not modified.</param>
    /// <param name="weights">n units, each its own neighbour; the values of the weights are not looked at.</param>
    /// <exception cref="ArgumentException">Lengths differ, a count is not a whole number ≥ 0, a unit is not its own neighbour,
    /// or has more than <see cref="MaximumDraws"/> neighbours.</exception>
    /// <remarks>
    /// For n ≥ 100·(k + 1) the (k + 1)-fold convolution of the distribution of counts; for fewer units, where that would be too wide,
    /// the share of all sets of k + 1 units. Very large counts are rounded first to steps that keep the work within bounds.
    /// </remarks>
    public static ExactP Test(double[] counts, SpatialWeights weights)
    {
        GetisOrd.RequireUnits(counts, weights);
        for (var unit = 0; unit < counts.Length; unit++)
        {
            if (counts[unit] < 0 || counts[unit] != Math.Floor(counts[unit]))
                throw new ArgumentException($"counts[{unit}] is {counts[unit]}; the exact test needs whole numbers ≥ 0.", nameof(counts));
            if (!weights.HasSelf(unit))
                throw new ArgumentException($"Unit {unit} is not its own neighbour; the exact test needs WithSelf().", nameof(weights));
            if (weights.Count(unit) > MaximumDraws)
                throw new ArgumentException(
                    $"Unit {unit} has {weights.Count(unit)} neighbours; the exact test takes at most {MaximumDraws}.", nameof(weights));
        }
        if (counts.Length == 0)
            return new ExactP([], []);
        var sizes = Enumerable.Range(0, weights.Units).Select(weights.Count).Distinct().ToArray();
        var replaced = counts.Length >= UnitsPerDraw * sizes.Max();
        var steps = Steps(counts, sizes.Max(), replaced);
        var tails = replaced ? SumsOfDraws.With(steps, sizes) : SumsOfDraws.Without(steps, sizes);
        var p = new double[counts.Length];
        var direction = new int[counts.Length];
        for (var unit = 0; unit < p.Length; unit++)
        {
            var sum = 0;
            foreach (var neighbour in weights.Of(unit))
                sum += steps[neighbour];
            var tail = tails[weights.Count(unit)];
            double low = tail.AtMost[sum], high = tail.AtLeast[sum];
            p[unit] = Math.Min(1, 2 * Math.Min(low, high));
            direction[unit] = Math.Sign(low - high);
        }
        return new ExactP(p, direction);
    }

    /// <summary>Counts in whole steps, of 1 wherever the work allows.</summary>
    private static int[] Steps(double[] counts, int draws, bool replaced)
    {
        var largest = replaced ? draws * counts.Max() : counts.OrderDescending().Take(draws).Sum();
        var step = Math.Ceiling(largest / Resolution);
        if (!replaced)
            step = Math.Max(step, Math.Ceiling(counts.Distinct().Count() * 0.5 * draws * (draws + 1.0) * largest / Work));
        return [.. counts.Select(count => (int)Math.Round(count / Math.Max(1, step)))];
    }
}
