using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>Vector forms of the logistic and hyperbolic tangent functions.</summary>
/// <remarks>
/// e^x = 2ⁿ·e^r with |r| ≤ ln 2 / 2 and a polynomial of degree 6 through e^r at five Chebyshev nodes, 4·10⁻⁹ from it:
/// relative error below 2·10⁻⁷ for |x| ≤ 87, beyond which x is cut off. Sigmoid and tanh differ from the true value by less than 3·10⁻⁷, absolutely.
/// </remarks>
public static class Activation
{
    private const int Lanes = 16;

    // ln 2 in two parts, so that n·ln 2 is subtracted without rounding away r.
    private const float LogTwoHigh = 0.693359375f;
    private const float LogTwoLow = -2.12194440e-4f;

    private const float RoundingShift = 12582912;

    /// <summary>1 / (1 + e^−x).</summary>
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>tanh x = 1 − 2 / (1 + e^2x).</summary>
    public static Vector512<float> Tanh(Vector512<float> x) =>
        Vector512<float>.One - Vector512.Create(2f) / (Vector512<float>.One + Exp(x + x));

    /// <summary>1 / (1 + e^−x) of each value.</summary>
    /// <param name="target">Same length; may be the source.</param>
    public static void Sigmoid(ReadOnlySpan<float> source, Span<float> target)
    {
        var i = 0;
        for (; i + Lanes <= source.Length; i += Lanes)
            Sigmoid(Vector512.Create(source.Slice(i, Lanes))).CopyTo(target[i..]);
        for (; i < source.Length; i++)
            target[i] = Sigmoid(Vector512.Create(source[i])).ToScalar();
    }

    /// <summary>tanh of each value.</summary>
    /// <param name="target">Same length; may be the source.</param>
    public static void Tanh(ReadOnlySpan<float> source, Span<float> target)
    {
        var i = 0;
        for (; i + Lanes <= source.Length; i += Lanes)
            Tanh(Vector512.Create(source.Slice(i, Lanes))).CopyTo(target[i..]);
        for (; i < source.Length; i++)
            target[i] = Tanh(Vector512.Create(source[i])).ToScalar();
    }

    /// <summary>e to the power of each value.</summary>
    /// <param name="target">Same length; may be the source.</param>
    public static void Exp(ReadOnlySpan<float> source, Span<float> target)
    {
        var i = 0;
        for (; i + Lanes <= source.Length; i += Lanes)
            Exp(Vector512.Create(source.Slice(i, Lanes))).CopyTo(target[i..]);
        for (; i < source.Length; i++)
            target[i] = Exp(Vector512.Create(source[i])).ToScalar();
    }

    /// <summary>e^x.</summary>
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // The limit comes first: what is not a number then stays so.
        x = Vector512.MinNative(Vector512.Create(87f), Vector512.MaxNative(Vector512.Create(-87f), x));
        // Added to so large a number, x / ln 2 is rounded to the integer n, which stands in the last bits of the sum.
        var shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(RoundingShift));
        var n = shifted - Vector512.Create(RoundingShift);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-LogTwoHigh), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-LogTwoLow), r);
        var p = Vector512.Create(0.0013755174f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.0083675823f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.0416695403f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.1666653254f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.4999998810f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        // n added to the exponent.
        return (p.AsInt32() + (shifted.AsInt32() << 23)).AsSingle();
    }
}
