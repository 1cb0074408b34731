namespace GeoCrime.Analytics.Learning;

/// <summary>The forecast network's layers and parameters. Passes run in <see cref="NetworkShard"/>s, several at once on one network.</summary>
public sealed class ForecastNetwork
{
    private readonly List<ParameterSlice> slices = [];

    /// <summary>A network whose parameters are all zero; see <see cref="Initialise"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public ForecastNetwork(NetworkShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        First = new LstmLayer(shape.Inputs + shape.EmbeddingSize, shape.FirstHidden, needsInputGradient: shape.EmbeddingSize > 0);
        Second = new LstmLayer(shape.FirstHidden, shape.SecondHidden, needsInputGradient: true);
        Dense = new DenseLayer(shape.SecondHidden, shape.DenseUnits, rectified: true);
        Output = new DenseLayer(shape.DenseUnits, shape.Outputs, rectified: false);
        FirstSlice = Add("lstm1.weight", First.StateSize, First.Gates);
        SecondSlice = Add("lstm2.weight", Second.StateSize, Second.Gates);
        DenseSlice = Add("dense.weight", Dense.Inputs + 1, Dense.Outputs);
        OutputSlice = Add("output.weight", Output.Inputs + 1, Output.Outputs);
        if (shape.EmbeddingSize > 0)
            (Embedding, EmbeddingSlice) = (new Embedding(shape.Areas, shape.EmbeddingSize), Add("area.embedding", shape.Areas, shape.EmbeddingSize));
        Values = new AlignedBuffer(slices.Sum(s => s.Length));
    }

    public NetworkShape Shape { get; }

    /// <summary>All parameters, matrix after matrix in the order of <see cref="Slices"/>. After a change call <see cref="Pack"/>.</summary>
    public AlignedBuffer Values { get; }

    public IReadOnlyList<ParameterSlice> Slices => slices;

    internal LstmLayer First { get; }

    internal LstmLayer Second { get; }

    internal DenseLayer Dense { get; }

    internal DenseLayer Output { get; }

    internal ParameterSlice FirstSlice { get; }

    internal ParameterSlice SecondSlice { get; }

    internal ParameterSlice DenseSlice { get; }

    internal ParameterSlice OutputSlice { get; }

    /// <summary>The areas' learnt numbers; null for a single series.</summary>
    internal Embedding? Embedding { get; }

    internal ParameterSlice? EmbeddingSlice { get; }

    /// <summary>
    /// Weights uniform in ±1/√(units) (LSTM: its hidden units; dense: its inputs), biases 0, the forget gates' 1 and the
    /// output layer a tenth of that, so that an untrained network answers almost 0. Areas start alike, at 0.
    /// </summary>
    public void Initialise(int seed)
    {
        FillLstm(FirstSlice, Shape.FirstHidden, SplitMix64.For(seed, 1));
        FillLstm(SecondSlice, Shape.SecondHidden, SplitMix64.For(seed, 2));
        FillDense(DenseSlice, 1, SplitMix64.For(seed, 3));
        FillDense(OutputSlice, 0.1, SplitMix64.For(seed, 4));
        Pack();
    }

    /// <summary>Hands the parameters to the layers.</summary>
    public void Pack()
    {
        First.Pack(FirstSlice.Of(Values));
        Second.Pack(SecondSlice.Of(Values));
        Dense.Pack(DenseSlice.Of(Values));
        Output.Pack(OutputSlice.Of(Values));
    }

    private ParameterSlice Add(string name, int rows, int columns)
    {
        var slice = new ParameterSlice(name, slices.Sum(s => s.Length), rows, columns);
        slices.Add(slice);
        return slice;
    }

    private void FillLstm(ParameterSlice slice, int hidden, SplitMix64 random)
    {
        Fill(slice, 1 / Math.Sqrt(hidden), random);
        slice.Of(Values).Slice((slice.Rows - 1) * slice.Columns + hidden, hidden).Fill(1f);
    }

    private void FillDense(ParameterSlice slice, double factor, SplitMix64 random) =>
        Fill(slice, factor / Math.Sqrt(slice.Rows - 1), random);

    private void Fill(ParameterSlice slice, double bound, SplitMix64 random)
    {
        var values = slice.Of(Values);
        foreach (ref var value in values)
            value = (float)((2 * random.NextDouble() - 1) * bound);
        values[^slice.Columns..].Clear();
    }
}
