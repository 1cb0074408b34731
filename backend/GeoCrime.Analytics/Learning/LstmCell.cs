using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>The elementwise half of one LSTM step: gates to state, and back. Gate order is input, forget, cell, output.</summary>
/// <remarks>
/// c = f·c' + i·g, h = o·tanh c (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000).
/// Any hidden size works; multiples of 16 run without a remainder.
/// </remarks>
internal static unsafe class LstmCell
{
    private const int Lanes = 16;

    /// <summary>One sequence, one step forward.</summary>
    /// <param name="gates">Shape [4, hidden]: in, sums before activation; out, activated gates.</param>
    /// <param name="previousCell">Shape [hidden].</param>
    /// <param name="cell">Result, shape [hidden].</param>
    /// <param name="tanhCell">Result, shape [hidden].</param>
    /// <param name="output">Result, shape [hidden].</param>
    public static void Forward(float* gates, float* previousCell, float* cell, float* tanhCell, float* output, int hidden)
    {
        var j = 0;
        for (; j + Lanes <= hidden; j += Lanes)
        {
            var i = Activation.Sigmoid(Vector512.Load(gates + j));
            var f = Activation.Sigmoid(Vector512.Load(gates + hidden + j));
            var g = Activation.Tanh(Vector512.Load(gates + 2 * hidden + j));
            var o = Activation.Sigmoid(Vector512.Load(gates + 3 * hidden + j));
            var c = Vector512.FusedMultiplyAdd(f, Vector512.Load(previousCell + j), i * g);
            var t = Activation.Tanh(c);
            i.Store(gates + j);
            f.Store(gates + hidden + j);
            g.Store(gates + 2 * hidden + j);
            o.Store(gates + 3 * hidden + j);
            c.Store(cell + j);
            t.Store(tanhCell + j);
            (o * t).Store(output + j);
        }
        for (; j < hidden; j++)
        {
            var i = gates[j] = Sigmoid(gates[j]);
            var f = gates[hidden + j] = Sigmoid(gates[hidden + j]);
            var g = gates[2 * hidden + j] = Tanh(gates[2 * hidden + j]);
            var o = gates[3 * hidden + j] = Sigmoid(gates[3 * hidden + j]);
            cell[j] = MathF.FusedMultiplyAdd(f, previousCell[j], i * g);
            tanhCell[j] = Tanh(cell[j]);
            output[j] = o * tanhCell[j];
        }
    }

    /// <summary>One sequence, one step backward.</summary>
    /// <param name="gates">Shape [4, hidden]: in, activated gates; out, the loss's gradient by the sums before activation.</param>
    /// <param name="outputGradient">Shape [hidden]: by this step's output from all later use; not modified.</param>
    /// <param name="cellGradient">Shape [hidden]: in, by this step's cell from the next step; out, by the previous cell.</param>
    public static void Backward(
        float* gates, float* previousCell, float* tanhCell, float* outputGradient, float* cellGradient, int hidden)
    {
        var one = Vector512<float>.One;
        var j = 0;
        for (; j + Lanes <= hidden; j += Lanes)
        {
            var i = Vector512.Load(gates + j);
            var f = Vector512.Load(gates + hidden + j);
            var g = Vector512.Load(gates + 2 * hidden + j);
            var o = Vector512.Load(gates + 3 * hidden + j);
            var t = Vector512.Load(tanhCell + j);
            var dh = Vector512.Load(outputGradient + j);
            var dc = Vector512.FusedMultiplyAdd(dh * o, one - t * t, Vector512.Load(cellGradient + j));
            (dc * g * i * (one - i)).Store(gates + j);
            (dc * Vector512.Load(previousCell + j) * f * (one - f)).Store(gates + hidden + j);
            (dc * i * (one - g * g)).Store(gates + 2 * hidden + j);
            (dh * t * o * (one - o)).Store(gates + 3 * hidden + j);
            (dc * f).Store(cellGradient + j);
        }
        for (; j < hidden; j++)
        {
            float i = gates[j], f = gates[hidden + j], g = gates[2 * hidden + j], o = gates[3 * hidden + j];
            float t = tanhCell[j], dh = outputGradient[j];
            var dc = MathF.FusedMultiplyAdd(dh * o, 1 - t * t, cellGradient[j]);
            gates[j] = dc * g * i * (1 - i);
            gates[hidden + j] = dc * previousCell[j] * f * (1 - f);
            gates[2 * hidden + j] = dc * i * (1 - g * g);
            gates[3 * hidden + j] = dh * t * o * (1 - o);
            cellGradient[j] = dc * f;
        }
    }

    private static float Sigmoid(float x) => Activation.Sigmoid(Vector512.Create(x)).ToScalar();

    private static float Tanh(float x) => Activation.Tanh(Vector512.Create(x)).ToScalar();
}
