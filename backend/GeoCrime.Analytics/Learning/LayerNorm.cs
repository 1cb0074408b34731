using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Learning;

/// <summary>Each row to mean 0 and variance 1, then times a gain and plus a bias a column. Parameters have shape [2, columns]: gains, biases.</summary>
/// <remarks>Ba, Kiros and Hinton (2016), with ε = 10⁻⁵ beside the variance, by n. Cost: O(rows · columns).</remarks>
public sealed class LayerNorm
{
    private const double Epsilon = 1e-5;
    private readonly float[] normal;

    /// <param name="columns">≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">columns &lt; 1.</exception>
    public LayerNorm(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Columns = columns;
        normal = new float[columns];
    }

    public int Columns { get; }

    /// <summary>Rows forward.</summary>
    /// <param name="parameters">Shape [2, columns].</param>
    /// <param name="input">Shape [rows, columns]; not modified.</param>
    /// <param name="output">Result, same shape.</param>
    public void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output)
    {
        for (var at = 0; at < input.Length; at += Columns)
        {
            var row = output.Slice(at, Columns);
            Normalise(input.Slice(at, Columns), row);
            TensorPrimitives.MultiplyAdd(row, parameters[..Columns], parameters.Slice(Columns, Columns), row);
        }
    }

    /// <summary>Rows backward.</summary>
    /// <param name="input">As given to the forward pass.</param>
    /// <param name="outputGradient">Shape [rows, columns].</param>
    /// <param name="inputGradient">Result, same shape.</param>
    /// <param name="gradient">By the parameters, shape [2, columns]; added to.</param>
    public void Backward(
        ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, Span<float> gradient)
    {
        for (var at = 0; at < input.Length; at += Columns)
        {
            var given = outputGradient.Slice(at, Columns);
            var result = inputGradient.Slice(at, Columns);
            var inverse = Normalise(input.Slice(at, Columns), normal);
            TensorPrimitives.MultiplyAdd(given, normal, gradient[..Columns], gradient[..Columns]);
            TensorPrimitives.Add(gradient.Slice(Columns, Columns), given, gradient.Slice(Columns, Columns));
            // By the normal values; then less what moves the mean, and what moves the spread.
            TensorPrimitives.Multiply(given, parameters[..Columns], result);
            var mean = TensorPrimitives.Sum<float>(result) / Columns;
            var along = TensorPrimitives.Dot<float>(result, normal) / Columns;
            for (var j = 0; j < Columns; j++)
                result[j] = (result[j] - mean - normal[j] * along) * inverse;
        }
    }

    // Returns 1 / √(variance + ε).
    private static float Normalise(ReadOnlySpan<float> row, Span<float> result)
    {
        var (mean, variance) = (0.0, 0.0);
        foreach (var value in row)
            mean += value;
        mean /= row.Length;
        foreach (var value in row)
            variance += (value - mean) * (value - mean);
        var inverse = 1 / Math.Sqrt(variance / row.Length + Epsilon);
        for (var j = 0; j < row.Length; j++)
            result[j] = (float)((row[j] - mean) * inverse);
        return (float)inverse;
    }
}
