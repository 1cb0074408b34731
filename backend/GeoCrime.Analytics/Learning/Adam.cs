using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>Adam with bias correction and clipping by the gradient's Euclidean norm; with weight decay it is AdamW.</summary>
/// <remarks>
/// Kingma and Ba (2015), with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸; decay apart from the gradient, values ← values·(1 − rate·decay), by
/// Loshchilov and Hutter (2019). Cost: O(n) a step, without allocation.
/// </remarks>
public sealed class Adam : IOptimiser
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;
    private const float Epsilon = 1e-8f;
    private readonly AlignedBuffer first;
    private readonly AlignedBuffer second;
    private readonly double clipNorm;
    private readonly double weightDecay;

    /// <param name="length">Number of parameters.</param>
    /// <param name="clipNorm">Longer gradients are shortened to this norm; &gt; 0, infinity for never.</param>
    /// <param name="weightDecay">Share by which values shrink in a step of rate 1; ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">clipNorm is not above 0, or weightDecay is below 0.</exception>
    public Adam(int length, double clipNorm, double weightDecay = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weightDecay);
        (this.clipNorm, this.weightDecay) = (GradientClip.Checked(clipNorm), weightDecay);
        first = new AlignedBuffer(length);
        second = new AlignedBuffer(length);
        State = [("first_moment", first), ("second_moment", second)];
    }

    public int Steps { get; set; }

    public IReadOnlyList<(string Name, AlignedBuffer Values)> State { get; }

    public void Step(Span<float> values, ReadOnlySpan<float> gradient, double learningRate)
    {
        var scale = GradientClip.Factor(gradient, clipNorm, Steps);
        Steps++;
        var rate = (float)(learningRate * Math.Sqrt(1 - Math.Pow(SecondDecay, Steps)) / (1 - Math.Pow(FirstDecay, Steps)));
        var epsilon = Epsilon * (float)Math.Sqrt(1 - Math.Pow(SecondDecay, Steps));
        var kept = (float)(1 - learningRate * weightDecay);
        Span<float> m = first.Span, v = second.Span;
        var i = 0;
        for (; i + 16 <= values.Length; i += 16)
        {
            var g = Vector512.Create(gradient.Slice(i, 16)) * scale;
            var mean = Vector512.Create<float>(m.Slice(i, 16)) * FirstDecay + g * (1 - FirstDecay);
            var square = Vector512.Create<float>(v.Slice(i, 16)) * SecondDecay + g * g * (1 - SecondDecay);
            var value = Vector512.Create<float>(values.Slice(i, 16)) * kept;
            mean.CopyTo(m[i..]);
            square.CopyTo(v[i..]);
            (value - rate * mean / (Vector512.Sqrt(square) + Vector512.Create(epsilon))).CopyTo(values[i..]);
        }
        for (; i < values.Length; i++)
        {
            var g = gradient[i] * scale;
            m[i] = m[i] * FirstDecay + g * (1 - FirstDecay);
            v[i] = v[i] * SecondDecay + g * g * (1 - SecondDecay);
            values[i] = values[i] * kept - rate * m[i] / (MathF.Sqrt(v[i]) + epsilon);
        }
    }
}
