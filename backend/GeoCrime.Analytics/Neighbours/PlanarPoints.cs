using System.Numerics;
using System.Runtime.InteropServices;

namespace GeoCrime.Analytics.Neighbours;

/// <summary>What every method asks of points in the plane before it starts.</summary>
public static class PlanarPoints
{
    /// <summary>Rejects columns of unequal length and coordinates that are not finite. One pass, O(n).</summary>
    /// <param name="x">Shape [n]; metres.</param>
    /// <param name="y">Shape [n]; metres.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a coordinate is NaN or infinite; the message names its index.</exception>
    public static void Require(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"x has {x.Length} values and y has {y.Length}; both need one per point.", nameof(y));
        RequireFinite(x, nameof(x));
        RequireFinite(y, nameof(y));
    }

    /// <summary>Rejects weights that are not one finite number per point; null stands for weights of 1.</summary>
    /// <exception cref="ArgumentException">The length is not <paramref name="points"/>, or a weight is NaN or infinite.</exception>
    public static void RequireWeights(double[]? weights, int points)
    {
        if (weights is null)
            return;
        if (weights.Length != points)
            throw new ArgumentException($"There are {weights.Length} weights for {points} points.", nameof(weights));
        RequireFinite(weights, nameof(weights));
    }

    /// <exception cref="ArgumentException">A value is NaN or infinite; the message names its index.</exception>
    public static void RequireFinite(ReadOnlySpan<double> values, string name)
    {
        // A finite number times zero is zero, anything else NaN, and NaN survives the sum.
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var probe = Vector<double>.Zero;
        foreach (var vector in vectors)
            probe += vector * Vector<double>.Zero;
        var bad = double.IsNaN(Vector.Sum(probe));
        foreach (var value in values[(vectors.Length * Vector<double>.Count)..])
            bad |= !double.IsFinite(value);
        if (!bad)
            return;
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"{name}[{i}] is {values[i]}; it must be a finite number.", name);
    }
}
