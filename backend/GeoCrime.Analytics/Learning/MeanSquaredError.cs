namespace GeoCrime.Analytics.Learning;

/// <summary>Squared differences over the targets that are known.</summary>
public static class MeanSquaredError
{
    /// <summary>The sum of squared differences.</summary>
    /// <param name="outputs">Shape [rows, width].</param>
    /// <param name="targets">All targets, shape [count, width]; NaN where unknown.</param>
    /// <param name="rows">Which target row belongs to each output row.</param>
    public static double Sum(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> rows, int width)
    {
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < width; j++)
            {
                var difference = Difference(outputs[i * width + j], targets[rows[i] * width + j]);
                sum += (double)difference * difference;
            }
        return sum;
    }

    /// <summary>The sum of squared differences, and the gradient of their mean.</summary>
    /// <param name="scale">Factor of each difference: 2 / number of known targets.</param>
    /// <param name="gradient">Result, shape [rows, width]; 0 where the target is unknown.</param>
    /// <inheritdoc cref="Sum"/>
    public static double Gradient(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> rows, int width, float scale, Span<float> gradient)
    {
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < width; j++)
                gradient[i * width + j] = scale * Difference(outputs[i * width + j], targets[rows[i] * width + j]);
        return Sum(outputs, targets, rows, width);
    }

    private static float Difference(float output, float target) => float.IsNaN(target) ? 0 : output - target;
}
