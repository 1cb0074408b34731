using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Learning;

/// <summary>A fully connected layer y = x·W + b, optionally through ReLU. Weights have shape [inputs + 1, outputs]; the last row is b.</summary>
public sealed class DenseLayer
{
    private readonly PackedMatrix weights;
    private readonly PackedMatrix transposed;

    /// <param name="inputs">Features of a row; ≥ 1.</param>
    /// <param name="outputs">Units; ≥ 1.</param>
    /// <param name="rectified">Applies max(0, y).</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public DenseLayer(int inputs, int outputs, bool rectified)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        (Inputs, Outputs, Rectified) = (inputs, outputs, rectified);
        weights = new PackedMatrix(inputs + 1, outputs);
        transposed = new PackedMatrix(outputs, inputs);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    public bool Rectified { get; }

    /// <summary>Takes over the weights; call after each change of them.</summary>
    /// <param name="values">Shape [inputs + 1, outputs].</param>
    public void Pack(ReadOnlySpan<float> values)
    {
        weights.Pack(values, Outputs, Inputs + 1, Outputs);
        transposed.PackTransposed(values, Outputs, Outputs, Inputs);
    }

    /// <summary>Rows forward.</summary>
    /// <param name="input">Shape [rows, inputs + 1], the last column 1; not modified.</param>
    /// <param name="output">Result; rows <paramref name="outputStride"/> ≥ outputs apart.</param>
    public void Forward(ReadOnlySpan<float> input, Span<float> output, int outputStride, int rows)
    {
        MatrixMultiply.Multiply(input, Inputs + 1, 1, weights, output, outputStride, rows, Outputs, accumulate: false);
        if (!Rectified)
            return;
        for (var i = 0; i < rows; i++)
        {
            var row = output.Slice(i * outputStride, Outputs);
            TensorPrimitives.Max(row, 0f, row);
        }
    }

    /// <summary>Rows backward.</summary>
    /// <param name="input">As given to the forward pass.</param>
    /// <param name="output">As it came from the forward pass, same stride.</param>
    /// <param name="outputGradient">Shape [rows, outputs]; where ReLU was at 0, set to 0.</param>
    /// <param name="inputGradient">Result, shape [rows, inputs].</param>
    /// <param name="scratch">Capacity of at least min(rows, 256) × outputs.</param>
    /// <param name="gradient">Shape of the weights; added to.</param>
    public void Backward(
        ReadOnlySpan<float> input, ReadOnlySpan<float> output, int outputStride, Span<float> outputGradient,
        Span<float> inputGradient, int rows, PackedMatrix scratch, Span<float> gradient)
    {
        if (Rectified)
            for (var i = 0; i < rows; i++)
                for (var j = 0; j < Outputs; j++)
                    if (output[i * outputStride + j] <= 0)
                        outputGradient[i * Outputs + j] = 0;
        MatrixMultiply.Multiply(outputGradient, Outputs, 1, transposed, inputGradient, Inputs, rows, Inputs, accumulate: false);
        MatrixMultiply.MultiplyTransposed(
            input, Inputs + 1, outputGradient, Outputs, scratch, gradient, Outputs, Inputs + 1, rows, Outputs, accumulate: true);
    }
}
