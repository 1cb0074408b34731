using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Learning;

/// <summary>Inverted dropout: while training, each value is kept with probability 1 − rate and scaled by 1/(1 − rate), else 0.</summary>
/// <remarks>Srivastava et al. (2014), JMLR 15. The rate is rounded to 1/65536.</remarks>
public sealed class DropoutMask
{
    private const int Draws = 1 << 16;
    private readonly AlignedBuffer scales;
    private readonly int threshold;
    private readonly float keptScale;

    /// <param name="length">Most values at once; ≥ 0.</param>
    /// <param name="rate">Share that is dropped; 0 ≤ rate &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">rate is outside [0, 1).</exception>
    public DropoutMask(int length, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rate, 1);
        scales = new AlignedBuffer(length);
        threshold = (int)Math.Round(rate * Draws);
        keptScale = (float)(Draws / (double)(Draws - threshold));
        scales.Span.Fill(1f);
    }

    /// <summary>Draws a new mask for the first values.</summary>
    public void Draw(SplitMix64 random, int length)
    {
        var span = scales.Span[..length];
        for (var i = 0; i < span.Length; i += 4)
        {
            var bits = random.Next();
            var end = Math.Min(i + 4, span.Length);
            for (var j = i; j < end; j++, bits >>= 16)
                span[j] = (int)(bits & 0xFFFF) < threshold ? 0f : keptScale;
        }
    }

    /// <summary>target = mask · source, where the source's first value is number <paramref name="first"/> of the mask.</summary>
    public void Apply(ReadOnlySpan<float> source, Span<float> target, int first) =>
        TensorPrimitives.Multiply(source, scales.Span.Slice(first, source.Length), target);
}
