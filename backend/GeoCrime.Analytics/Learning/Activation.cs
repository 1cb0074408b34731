using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>Vector forms of the logistic and hyperbolic tangent functions.</summary>
/// <remarks>
/// e^x = 2ⁿ·e^r with |r| ≤ ln 2 / 2 and a Taylor polynomial of degree 7 in r: relative error below 2·10⁻⁷ for
/// |x| ≤ 87, beyond which x is cut off. Sigmoid and tanh differ from the true value by less than 3·10⁻⁷, absolutely.
/// </remarks>
public static class Activation
{
    private const int Lanes = 16;

    // ln 2 in two parts, so that n·ln 2 is subtracted without rounding away r.
    private const float LogTwoHigh = 0.693359375f;
    private const float LogTwoLow = -2.12194440e-4f;

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
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(87f));
        var n = Vector512.Round(x * Vector512.Create(1.44269504f));
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-LogTwoHigh), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-LogTwoLow), r);
        var p = Vector512.Create(1f / 5040);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 720));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 120));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 24));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 6));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 2));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        var power = (Vector512.ConvertToInt32(n) + Vector512.Create(127)) << 23;
        return p * power.AsSingle();
    }
}
