using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>Adam with bias correction and clipping by the gradient's Euclidean norm.</summary>
/// <remarks>Kingma and Ba (2015), with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸. Cost: O(n) a step, without allocation.</remarks>
public sealed class Adam
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;
    private const float Epsilon = 1e-8f;
    private readonly AlignedBuffer first;
    private readonly AlignedBuffer second;
    private readonly double clipNorm;
    private int steps;

    /// <param name="length">Number of parameters.</param>
    /// <param name="clipNorm">Longer gradients are shortened to this norm; &gt; 0, infinity for never.</param>
    /// <exception cref="ArgumentOutOfRangeException">clipNorm is not above 0.</exception>
    public Adam(int length, double clipNorm)
    {
        if (!(clipNorm > 0))
            throw new ArgumentOutOfRangeException(nameof(clipNorm), clipNorm, "must be above 0");
        this.clipNorm = clipNorm;
        first = new AlignedBuffer(length);
        second = new AlignedBuffer(length);
    }

    /// <summary>One step downhill.</summary>
    /// <param name="values">Changed in place.</param>
    /// <param name="gradient">Same length; not modified.</param>
    /// <param name="learningRate">&gt; 0.</param>
    /// <exception cref="NonConvergenceException">The gradient holds a value that is not finite.</exception>
    public void Step(Span<float> values, ReadOnlySpan<float> gradient, double learningRate)
    {
        var norm = Norm(gradient);
        if (!double.IsFinite(norm))
            throw new NonConvergenceException("the gradient of the network is not finite", steps, clipNorm, norm);
        steps++;
        var scale = (float)(norm > clipNorm ? clipNorm / norm : 1);
        var rate = (float)(learningRate * Math.Sqrt(1 - Math.Pow(SecondDecay, steps)) / (1 - Math.Pow(FirstDecay, steps)));
        var epsilon = Epsilon * (float)Math.Sqrt(1 - Math.Pow(SecondDecay, steps));
        Span<float> m = first.Span, v = second.Span;
        var i = 0;
        for (; i + 16 <= values.Length; i += 16)
        {
            var g = Vector512.Create(gradient.Slice(i, 16)) * scale;
            var mean = Vector512.Create<float>(m.Slice(i, 16)) * FirstDecay + g * (1 - FirstDecay);
            var square = Vector512.Create<float>(v.Slice(i, 16)) * SecondDecay + g * g * (1 - SecondDecay);
            var value = Vector512.Create<float>(values.Slice(i, 16));
            mean.CopyTo(m[i..]);
            square.CopyTo(v[i..]);
            (value - rate * mean / (Vector512.Sqrt(square) + Vector512.Create(epsilon))).CopyTo(values[i..]);
        }
        for (; i < values.Length; i++)
        {
            var g = gradient[i] * scale;
            m[i] = m[i] * FirstDecay + g * (1 - FirstDecay);
            v[i] = v[i] * SecondDecay + g * g * (1 - SecondDecay);
            values[i] -= rate * m[i] / (MathF.Sqrt(v[i]) + epsilon);
        }
    }

    // Summed in double precision and index order: the same on every machine.
    private static double Norm(ReadOnlySpan<float> gradient)
    {
        var sums = Vector512<double>.Zero;
        var i = 0;
        for (; i + 8 <= gradient.Length; i += 8)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(gradient.Slice(i, 8)));
            var wide = Vector512.Create(low, high);
            sums = Vector512.FusedMultiplyAdd(wide, wide, sums);
        }
        var sum = 0.0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            sum += sums[lane];
        for (; i < gradient.Length; i++)
            sum += (double)gradient[i] * gradient[i];
        return Math.Sqrt(sum);
    }
}
