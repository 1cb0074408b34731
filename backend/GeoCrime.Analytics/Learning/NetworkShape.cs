namespace GeoCrime.Analytics.Learning;

/// <summary>
/// The architecture of a forecast network: steps in → LSTM (sequence) → dropout → LSTM (last) → dropout → dense ReLU → outputs.
/// </summary>
/// <param name="Steps">Length of the input window; ≥ 1.</param>
/// <param name="Inputs">Channels of a step; ≥ 1.</param>
/// <param name="Outputs">Steps forecast at once; ≥ 1.</param>
public sealed record NetworkShape(int Steps, int Inputs, int Outputs)
{
    public int FirstHidden { get; init; } = 128;

    public int SecondHidden { get; init; } = 64;

    public int DenseUnits { get; init; } = 32;

    /// <summary>Areas that one network serves, each with learnt numbers of its own beside the channels; 0 for a single series.</summary>
    public int Areas { get; init; }

    /// <summary>How many numbers an area has; 0 for a single series.</summary>
    public int EmbeddingSize { get; init; }

    /// <summary>Share of values dropped after each LSTM while training; [0, 1).</summary>
    public double Dropout { get; init; } = 0.2;
}
