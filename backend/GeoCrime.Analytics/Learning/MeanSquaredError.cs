namespace GeoCrime.Analytics.Learning;

/// <summary>Squared differences: one output a step ahead.</summary>
public sealed class MeanSquaredError : IForecastLoss
{
    public static MeanSquaredError Instance { get; } = new();

    public int OutputsFor(int stepsAhead) => stepsAhead;

    public double Sum(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var width = windows.TargetWidth;
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < width; j++)
            {
                var difference = Difference(outputs[i * width + j], windows.Targets[rows[i] * width + j]);
                sum += (double)difference * difference;
            }
        return sum;
    }

    public double Gradient(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows, int known, Span<float> gradient)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var width = windows.TargetWidth;
        var scale = 2f / known;
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < width; j++)
                gradient[i * width + j] = scale * Difference(outputs[i * width + j], windows.Targets[rows[i] * width + j]);
        return Sum(outputs, windows, rows);
    }

    private static float Difference(float output, float target) => float.IsNaN(target) ? 0 : output - target;
}
