using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Learning;

/// <summary>Stochastic gradient descent with momentum and clipping: speed ← momentum·speed + gradient; values ← values − rate·speed.</summary>
/// <remarks>Polyak (1964). Cost: O(n) a step, without allocation.</remarks>
public sealed class GradientDescent : IOptimiser
{
    private readonly AlignedBuffer speed;
    private readonly double clipNorm;
    private readonly double momentum;

    /// <param name="length">Number of parameters.</param>
    /// <param name="clipNorm">Longer gradients are shortened to this norm; &gt; 0, infinity for never.</param>
    /// <param name="momentum">Share of the last step's speed that is kept; [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">clipNorm is not above 0, or momentum is outside [0, 1).</exception>
    public GradientDescent(int length, double clipNorm, double momentum = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(momentum);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(momentum, 1);
        (this.clipNorm, this.momentum) = (GradientClip.Checked(clipNorm), momentum);
        speed = new AlignedBuffer(length);
        State = [("speed", speed)];
    }

    public int Steps { get; set; }

    public IReadOnlyList<(string Name, AlignedBuffer Values)> State { get; }

    public void Step(Span<float> values, ReadOnlySpan<float> gradient, double learningRate)
    {
        var scale = GradientClip.Factor(gradient, clipNorm, Steps);
        Steps++;
        TensorPrimitives.Multiply(speed.Span, (float)momentum, speed.Span);
        TensorPrimitives.MultiplyAdd(gradient, scale, speed.Span, speed.Span);
        TensorPrimitives.MultiplyAdd(speed.Span, (float)-learningRate, values, values);
    }
}
