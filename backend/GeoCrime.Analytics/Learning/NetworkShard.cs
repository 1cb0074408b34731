using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Learning;

/// <summary>What one thread needs to pass up to <see cref="MaxRows"/> windows, a shard of a batch, through a network.</summary>
/// <remarks>Made once; no pass allocates.</remarks>
public sealed class NetworkShard
{
    /// <summary>Windows of a shard. Batches are cut into shards of this size whatever the number of threads.</summary>
    public const int MaxRows = 16;

    private readonly ForecastNetwork network;
    private readonly LstmWorkspace first;
    private readonly LstmWorkspace second;
    private readonly DropoutMask betweenLayers;
    private readonly DropoutMask afterLast;
    private readonly AlignedBuffer denseInput;
    private readonly AlignedBuffer denseOutput;
    private readonly AlignedBuffer firstGradient;
    private readonly AlignedBuffer lastGradient;
    private readonly AlignedBuffer denseGradient;
    private readonly AlignedBuffer outputGradient;
    private readonly AlignedBuffer output;
    private readonly PackedMatrix scratch;

    /// <param name="trains">Whether it passes back too; without, it takes a sixth of the memory.</param>
    public NetworkShard(ForecastNetwork network, bool trains)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
        var shape = network.Shape;
        var back = trains ? MaxRows : 0;
        first = new LstmWorkspace(network.First, shape.Steps, MaxRows, trains);
        second = new LstmWorkspace(network.Second, shape.Steps, MaxRows, trains);
        betweenLayers = new DropoutMask(shape.Steps * back * shape.FirstHidden, shape.Dropout);
        afterLast = new DropoutMask(back * shape.SecondHidden, shape.Dropout);
        denseInput = new AlignedBuffer(MaxRows * (shape.SecondHidden + 1));
        denseOutput = new AlignedBuffer(MaxRows * (shape.DenseUnits + 1));
        firstGradient = new AlignedBuffer(shape.Steps * back * shape.FirstHidden);
        lastGradient = new AlignedBuffer(back * shape.SecondHidden);
        denseGradient = new AlignedBuffer(back * shape.DenseUnits);
        outputGradient = new AlignedBuffer(back * shape.Outputs);
        output = new AlignedBuffer(MaxRows * shape.Outputs);
        scratch = new PackedMatrix(MaxRows, Math.Max(shape.Outputs, shape.DenseUnits));
        denseInput.Span.Fill(1f);
        denseOutput.Span.Fill(1f);
    }

    /// <summary>Windows forward.</summary>
    /// <param name="windows">All windows; for a network of several areas with their areas.</param>
    /// <param name="rows">Which of them; 1 to <see cref="MaxRows"/>.</param>
    /// <param name="dropout">The stream of dropout, or null to forecast.</param>
    /// <returns>Shape [rows, outputs]; overwritten by the next pass.</returns>
    public ReadOnlySpan<float> Forward(WindowSet windows, ReadOnlySpan<int> rows, SplitMix64? dropout)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var shape = network.Shape;
        var count = rows.Length;
        LoadWindows(windows, rows);
        network.First.Forward(first, count);
        PassBetween(count, dropout is not null, dropout ?? default);
        network.Second.Forward(second, count);
        PassLast(count, dropout is not null, dropout ?? default);
        network.Dense.Forward(denseInput.Span, denseOutput.Span, shape.DenseUnits + 1, count);
        network.Output.Forward(denseOutput.Span, output.Span, shape.Outputs, count);
        return output.Span[..(count * shape.Outputs)];
    }

    /// <summary>
    /// The loss's part from the windows of the last forward pass, which must have had dropout; only of a shard that trains.
    /// </summary>
    /// <param name="rows">As in the forward pass.</param>
    /// <param name="known">Known targets of the whole batch, by which the gradient is divided.</param>
    /// <param name="gradient">Laid out like the parameters; added to.</param>
    /// <returns>The loss summed over known targets.</returns>
    public double Backward(IForecastLoss loss, WindowSet windows, ReadOnlySpan<int> rows, int known, AlignedBuffer gradient)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(windows);
        var shape = network.Shape;
        var count = rows.Length;
        var sum = loss.Gradient(output.Span, windows, rows, known, outputGradient.Span);
        network.Output.Backward(
            denseOutput.Span, output.Span, shape.Outputs, outputGradient.Span, denseGradient.Span, count, scratch,
            network.OutputSlice.Of(gradient));
        network.Dense.Backward(
            denseInput.Span, denseOutput.Span, shape.DenseUnits + 1, denseGradient.Span, lastGradient.Span, count, scratch,
            network.DenseSlice.Of(gradient));
        var last = lastGradient.Span[..(count * shape.SecondHidden)];
        afterLast.Apply(last, last, 0);
        network.Second.Backward(second, count, last, lastOnly: true, network.SecondSlice.Of(gradient));
        for (var t = 0; t < shape.Steps; t++)
            for (var s = 0; s < count; s++)
            {
                var at = (t * count + s) * shape.FirstHidden;
                betweenLayers.Apply(second.InputGradient(t, s), firstGradient.Span[at..], at);
            }
        network.First.Backward(first, count, firstGradient.Span, lastOnly: false, network.FirstSlice.Of(gradient));
        if (network.Embedding is { } embedding)
            AddEmbeddingGradient(embedding, network.EmbeddingSlice!.Of(gradient), windows, rows);
        return sum;
    }

    // An area's numbers enter at every step.
    private void AddEmbeddingGradient(Embedding embedding, Span<float> gradient, WindowSet windows, ReadOnlySpan<int> rows)
    {
        for (var s = 0; s < rows.Length; s++)
            for (var t = 0; t < network.Shape.Steps; t++)
                embedding.Backward(windows.Areas[rows[s]], first.InputGradient(t, s)[network.Shape.Inputs..], gradient);
    }

    private void LoadWindows(WindowSet windows, ReadOnlySpan<int> rows)
    {
        var shape = network.Shape;
        first.SetBatch(rows.Length);
        second.SetBatch(rows.Length);
        for (var s = 0; s < rows.Length; s++)
        {
            var area = network.Embedding is { } embedding
                ? embedding.Forward(network.EmbeddingSlice!.Of(network.Values), windows.Areas[rows[s]])
                : default;
            for (var t = 0; t < shape.Steps; t++)
            {
                var target = first.Input(t, s);
                windows.Inputs.AsSpan((rows[s] * shape.Steps + t) * shape.Inputs, shape.Inputs).CopyTo(target);
                area.CopyTo(target[shape.Inputs..]);
            }
        }
    }

    private void PassBetween(int count, bool training, SplitMix64 random)
    {
        var shape = network.Shape;
        if (training)
            betweenLayers.Draw(random, shape.Steps * count * shape.FirstHidden);
        for (var t = 0; t < shape.Steps; t++)
            for (var s = 0; s < count; s++)
                if (training)
                    betweenLayers.Apply(first.Output(t, s), second.Input(t, s), (t * count + s) * shape.FirstHidden);
                else
                    first.Output(t, s).CopyTo(second.Input(t, s));
    }

    private void PassLast(int count, bool training, SplitMix64 random)
    {
        var shape = network.Shape;
        if (training)
            afterLast.Draw(new SplitMix64(~random.Next()), count * shape.SecondHidden);
        for (var s = 0; s < count; s++)
        {
            var target = denseInput.Span.Slice(s * (shape.SecondHidden + 1), shape.SecondHidden);
            var source = second.Output(shape.Steps - 1, s);
            if (training)
                afterLast.Apply(source, target, s * shape.SecondHidden);
            else
                source.CopyTo(target);
        }
    }
}
