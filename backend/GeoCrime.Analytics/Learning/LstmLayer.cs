namespace GeoCrime.Analytics.Learning;

/// <summary>
/// One LSTM layer. Its state row at a step is [h of the step before, x of this step, 1], so that one product with one
/// weight matrix of shape [hidden + inputs + 1, 4·hidden] gives all gates with their bias, and one product gives all gradients.
/// </summary>
/// <remarks>Cost of a step forward: 8·batch·hidden·(hidden + inputs) operations; backward twice that.</remarks>
public sealed class LstmLayer
{
    private readonly PackedMatrix weights;
    private readonly PackedMatrix transposed;

    /// <param name="inputs">Features of a step; ≥ 1.</param>
    /// <param name="hidden">Units; ≥ 1; multiples of 16 are fastest.</param>
    /// <param name="needsInputGradient">Whether the backward pass also gives the gradient by the inputs.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public LstmLayer(int inputs, int hidden, bool needsInputGradient)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hidden, 1);
        (Inputs, Hidden) = (inputs, hidden);
        BackwardColumns = needsInputGradient ? hidden + inputs : hidden;
        weights = new PackedMatrix(StateSize, Gates);
        transposed = new PackedMatrix(Gates, BackwardColumns);
    }

    public int Inputs { get; }

    public int Hidden { get; }

    /// <summary>4·hidden.</summary>
    public int Gates => 4 * Hidden;

    /// <summary>hidden + inputs + 1.</summary>
    public int StateSize => Hidden + Inputs + 1;

    internal int BackwardColumns { get; }

    /// <summary>Takes over the weights; call after each change of them.</summary>
    /// <param name="values">Shape [hidden + inputs + 1, 4·hidden]; the last row is the bias.</param>
    public void Pack(ReadOnlySpan<float> values)
    {
        weights.Pack(values, Gates, StateSize, Gates);
        transposed.PackTransposed(values, Gates, Gates, BackwardColumns);
    }

    /// <summary>Runs all steps for the inputs that lie in the work space; outputs lie in its next state rows.</summary>
    /// <param name="batch">Sequences in the work space to run; 1 to its capacity.</param>
    public void Forward(LstmWorkspace work, int batch)
    {
        work.Start(batch);
        for (var t = 0; t < work.Steps; t++)
        {
            var gates = work.GatesAt(t);
            MatrixMultiply.Multiply(work.StateAt(t), StateSize, 1, weights, gates, Gates, batch, Gates, accumulate: false);
            work.StepForward(t, batch);
        }
    }

    /// <summary>Back through time: adds to the gradient of the weights, and leaves the gradient by each step's state row.</summary>
    /// <param name="outputGradient">Shape [steps, batch, hidden], or [batch, hidden] for the last step alone.</param>
    /// <param name="lastOnly">Whether only the last output was used.</param>
    /// <param name="gradient">Shape of the weights; added to.</param>
    /// <remarks>The work space's gates are used up: one backward pass follows one forward pass.</remarks>
    public void Backward(LstmWorkspace work, int batch, ReadOnlySpan<float> outputGradient, bool lastOnly, Span<float> gradient)
    {
        work.StartBackward(batch);
        for (var t = work.Steps - 1; t >= 0; t--)
        {
            var given = lastOnly
                ? t == work.Steps - 1 ? outputGradient[..(batch * Hidden)] : default
                : outputGradient.Slice(t * batch * Hidden, batch * Hidden);
            work.StepBackward(t, batch, given);
            MatrixMultiply.Multiply(
                work.GatesAt(t), Gates, 1, transposed, work.StateGradientAt(t), BackwardColumns, batch, BackwardColumns,
                accumulate: false);
        }
        MatrixMultiply.MultiplyTransposed(
            work.StateAt(0), StateSize, work.GatesAt(0), Gates, work.Scratch, gradient, Gates,
            StateSize, work.Steps * batch, Gates, accumulate: true);
    }
}
