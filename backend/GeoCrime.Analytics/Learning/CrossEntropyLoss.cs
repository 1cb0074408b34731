namespace GeoCrime.Analytics.Learning;

/// <summary>Negative logarithm of the softmax probability of the true class: one output a class and step ahead; a target is its class, 0 … classes − 1.</summary>
/// <remarks>Offsets are not used. The gradient is the probabilities less 1 at the true class.</remarks>
public sealed class CrossEntropyLoss : IForecastLoss
{
    private readonly int classes;

    /// <param name="classes">≥ 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">classes &lt; 2.</exception>
    public CrossEntropyLoss(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        this.classes = classes;
    }

    public int OutputsFor(int stepsAhead) => stepsAhead * classes;

    /// <exception cref="ArgumentOutOfRangeException">A target is no class.</exception>
    public double Sum(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var (width, sum) = (windows.TargetWidth, 0.0);
        for (var i = 0; i < rows.Length * width; i++)
            if (Class(windows, rows[i / width], i % width) is { } target)
            {
                var scores = outputs.Slice(i * classes, classes);
                sum += Softmax.LogSum(scores) - scores[target];
            }
        return sum;
    }

    /// <exception cref="ArgumentOutOfRangeException">A target is no class.</exception>
    public double Gradient(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows, int known, Span<float> gradient)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var width = windows.TargetWidth;
        for (var i = 0; i < rows.Length * width; i++)
        {
            var own = gradient.Slice(i * classes, classes);
            if (Class(windows, rows[i / width], i % width) is not { } target)
            {
                own.Clear();
                continue;
            }
            Softmax.Forward(outputs.Slice(i * classes, classes), own, classes);
            own[target] -= 1;
            foreach (ref var value in own)
                value /= known;
        }
        return Sum(outputs, windows, rows);
    }

    private int? Class(WindowSet windows, int row, int step)
    {
        var target = windows.Targets[row * windows.TargetWidth + step];
        if (float.IsNaN(target))
            return null;
        if (target != MathF.Floor(target) || target < 0 || target >= classes)
            throw new ArgumentOutOfRangeException(nameof(windows), target, $"a target must be a class from 0 to {classes - 1}");
        return (int)target;
    }
}
