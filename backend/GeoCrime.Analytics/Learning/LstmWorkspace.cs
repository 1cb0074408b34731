namespace GeoCrime.Analytics.Learning;

/// <summary>What one thread needs to run one LSTM layer over a batch: states, gates and gradients, laid out [step, sequence, …].</summary>
/// <remarks>
/// Made once; no pass allocates. Memory ≈ 4·steps·batch·(3·(hidden + inputs) + 8·hidden) bytes; without the way back
/// 4·steps·batch·(hidden + inputs), as each step's gates and cells take the place of those before and stay in the cache.
/// </remarks>
public sealed unsafe class LstmWorkspace
{
    private readonly LstmLayer layer;
    private readonly bool backward;
    private readonly AlignedBuffer states;
    private readonly AlignedBuffer gates;
    private readonly AlignedBuffer cells;
    private readonly AlignedBuffer tanhCells;
    private readonly AlignedBuffer stateGradients;
    private readonly AlignedBuffer outputGradient;
    private readonly AlignedBuffer cellGradient;
    private int batch;

    /// <param name="steps">Length of the sequences; ≥ 1.</param>
    /// <param name="maxBatch">Most sequences at once; ≥ 1.</param>
    /// <param name="backward">Whether a backward pass may follow a forward one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public LstmWorkspace(LstmLayer layer, int steps, int maxBatch, bool backward)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBatch, 1);
        (this.layer, this.backward) = (layer, backward);
        var (kept, gradients) = backward ? (steps, steps) : (1, 0);
        (Steps, MaxBatch) = (steps, maxBatch);
        states = new AlignedBuffer((steps + 1) * maxBatch * layer.StateSize);
        gates = new AlignedBuffer(kept * maxBatch * layer.Gates);
        cells = new AlignedBuffer((gradients + 1) * maxBatch * layer.Hidden);
        tanhCells = new AlignedBuffer(kept * maxBatch * layer.Hidden);
        stateGradients = new AlignedBuffer(gradients * maxBatch * layer.BackwardColumns);
        outputGradient = new AlignedBuffer(maxBatch * layer.Hidden);
        cellGradient = new AlignedBuffer(maxBatch * layer.Hidden);
        Scratch = new PackedMatrix(MatrixMultiply.ScratchDepth(kept * maxBatch), layer.Gates);
        batch = maxBatch;
    }

    public int Steps { get; }

    public int MaxBatch { get; }

    internal PackedMatrix Scratch { get; }

    /// <summary>Sets how many sequences the next pass has, which fixes where their rows lie; call before writing inputs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">batch is not 1 to <see cref="MaxBatch"/>.</exception>
    public void SetBatch(int batch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch, MaxBatch);
        this.batch = batch;
    }

    /// <summary>Where the inputs of a sequence at a step are written; shape [inputs].</summary>
    public Span<float> Input(int step, int sequence) => Row(step, sequence).Slice(layer.Hidden, layer.Inputs);

    /// <summary>The output of a sequence at a step, after a forward pass; shape [hidden].</summary>
    public ReadOnlySpan<float> Output(int step, int sequence) => Row(step + 1, sequence)[..layer.Hidden];

    /// <summary>The loss's gradient by an input, after a backward pass; shape [inputs].</summary>
    public ReadOnlySpan<float> InputGradient(int step, int sequence) =>
        stateGradients.Span.Slice((step * batch + sequence) * layer.BackwardColumns + layer.Hidden, layer.Inputs);

    internal Span<float> StateAt(int step) => states.Span[(step * batch * layer.StateSize)..];

    internal Span<float> GatesAt(int step) => gates.Span[(Kept(step) * batch * layer.Gates)..];

    internal Span<float> StateGradientAt(int step) => stateGradients.Span[(step * batch * layer.BackwardColumns)..];

    internal void Start(int expectedBatch)
    {
        if (expectedBatch != batch)
            throw new ArgumentException($"the work space was filled for {batch} sequences; the pass asks for {expectedBatch}");
        for (var s = 0; s < batch; s++)
            Row(0, s)[..layer.Hidden].Clear();
        for (var t = 0; t < Steps; t++)
            for (var s = 0; s < batch; s++)
                Row(t, s)[^1] = 1f;
        cells.Span[..(batch * layer.Hidden)].Clear();
    }

    internal void StepForward(int step, int rows)
    {
        var hidden = layer.Hidden;
        fixed (float* g = GatesAt(step), before = CellsAt(step), after = CellsAt(step + 1), tanh = TanhAt(step), next = StateAt(step + 1))
            for (var s = 0; s < rows; s++)
                LstmCell.Forward(
                    g + s * layer.Gates, before + s * hidden, after + s * hidden, tanh + s * hidden,
                    next + s * layer.StateSize, hidden);
    }

    internal void StartBackward(int expectedBatch)
    {
        if (!backward)
            throw new InvalidOperationException("the work space was made for forward passes alone");
        if (expectedBatch != batch)
            throw new ArgumentException($"the work space was filled for {batch} sequences; the pass asks for {expectedBatch}");
        cellGradient.Span.Clear();
    }

    internal void StepBackward(int step, int rows, ReadOnlySpan<float> given)
    {
        var hidden = layer.Hidden;
        SumOutputGradient(step, given);
        fixed (float* g = GatesAt(step), before = CellsAt(step), tanh = TanhAt(step), dh = outputGradient.Span, dc = cellGradient.Span)
            for (var s = 0; s < rows; s++)
                LstmCell.Backward(
                    g + s * layer.Gates, before + s * hidden, tanh + s * hidden, dh + s * hidden, dc + s * hidden, hidden);
    }

    // An output is used twice: by the layer above, and by the next step's state.
    private void SumOutputGradient(int step, ReadOnlySpan<float> given)
    {
        var hidden = layer.Hidden;
        for (var s = 0; s < batch; s++)
        {
            var sum = outputGradient.Span.Slice(s * hidden, hidden);
            if (step == Steps - 1)
                sum.Clear();
            else
                StateGradientAt(step + 1).Slice(s * layer.BackwardColumns, hidden).CopyTo(sum);
            if (!given.IsEmpty)
                System.Numerics.Tensors.TensorPrimitives.Add(sum, given.Slice(s * hidden, hidden), sum);
        }
    }

    private Span<float> Row(int step, int sequence) =>
        states.Span.Slice((step * batch + sequence) * layer.StateSize, layer.StateSize);

    private Span<float> CellsAt(int step) => cells.Span[(Kept(step) * batch * layer.Hidden)..];

    private Span<float> TanhAt(int step) => tanhCells.Span[(Kept(step) * batch * layer.Hidden)..];

    private int Kept(int step) => backward ? step : 0;
}
