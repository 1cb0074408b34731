using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Learning;

/// <summary>Scores to probabilities: e^score over the sum of its row, the row's greatest score subtracted first so that nothing overflows.</summary>
public static class Softmax
{
    /// <summary>Rows forward.</summary>
    /// <param name="scores">Shape [rows, columns].</param>
    /// <param name="probabilities">Result, same shape; may be the scores themselves.</param>
    /// <param name="columns">≥ 1.</param>
    public static void Forward(ReadOnlySpan<float> scores, Span<float> probabilities, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        for (var at = 0; at < scores.Length; at += columns)
        {
            var row = probabilities.Slice(at, columns);
            TensorPrimitives.Subtract(scores.Slice(at, columns), TensorPrimitives.Max(scores.Slice(at, columns)), row);
            Activation.Exp(row, row);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum<float>(row), row);
        }
    }

    /// <summary>Rows backward: p·(gradient − Σ p·gradient).</summary>
    /// <param name="probabilities">As they came from the forward pass.</param>
    /// <param name="outputGradient">By the probabilities, same shape.</param>
    /// <param name="inputGradient">Result, by the scores, same shape.</param>
    public static void Backward(
        ReadOnlySpan<float> probabilities, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        for (var at = 0; at < probabilities.Length; at += columns)
        {
            var p = probabilities.Slice(at, columns);
            var given = outputGradient.Slice(at, columns);
            var result = inputGradient.Slice(at, columns);
            TensorPrimitives.Subtract(given, TensorPrimitives.Dot(p, given), result);
            TensorPrimitives.Multiply(result, p, result);
        }
    }

    /// <summary>log Σ e^score of one row.</summary>
    public static double LogSum(ReadOnlySpan<float> scores)
    {
        var most = TensorPrimitives.Max(scores);
        var sum = 0.0;
        foreach (var score in scores)
            sum += Math.Exp(score - most);
        return most + Math.Log(sum);
    }
}
