namespace GeoCrime.Analytics.Learning;

/// <summary>A loss of one output and one target a step ahead. Targets that are unknown (NaN) do not count.</summary>
public abstract class PointLoss : IForecastLoss
{
    public virtual int OutputsFor(int stepsAhead) => stepsAhead;

    public double Sum(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows) => Run(outputs, windows, rows, 0, default);

    public double Gradient(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows, int known, Span<float> gradient) =>
        Run(outputs, windows, rows, 1.0 / known, gradient);

    /// <summary>The loss of one output, and its derivative by it.</summary>
    /// <param name="output">What the network said, the offset added.</param>
    /// <param name="target">Known.</param>
    /// <param name="column">Which of the outputs of a step, where there are several.</param>
    protected abstract (double Loss, double Slope) At(double output, double target, int column);

    private double Run(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows, double scale, Span<float> gradient)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var (width, columns, sum) = (windows.TargetWidth, OutputsFor(1), 0.0);
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < width; j++)
            {
                var at = rows[i] * width + j;
                var (target, offset) = (windows.Targets[at], windows.Offsets.Length == 0 ? 0f : windows.Offsets[at]);
                for (var c = 0; c < columns; c++)
                {
                    var own = (i * width + j) * columns + c;
                    var (loss, slope) = float.IsNaN(target) ? (0, 0) : At(outputs[own] + offset, target, c);
                    sum += loss;
                    if (scale != 0)
                        gradient[own] = (float)(scale * slope);
                }
            }
        return sum;
    }
}
