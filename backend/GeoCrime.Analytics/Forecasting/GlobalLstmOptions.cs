using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>How one LSTM for all areas sees their series and is trained.</summary>
public sealed record GlobalLstmOptions
{
    /// <summary>Steps of an input window.</summary>
    public int Lookback { get; init; } = 60;

    /// <summary>Steps forecast at once.</summary>
    public int Outputs { get; init; } = 30;

    public int FirstHidden { get; init; } = 128;

    public int SecondHidden { get; init; } = 64;

    /// <summary>Learnt numbers an area.</summary>
    public int EmbeddingSize { get; init; } = 4;

    /// <summary>Steps between training windows of an area, counted back from the end.</summary>
    public int Stride { get; init; } = 5;

    /// <summary>Share of the time span, the latest, that decides when to stop.</summary>
    public double HeldBack { get; init; } = 0.15;

    public TrainingOptions Training { get; init; } = new() { Epochs = 12, BatchSize = 64, LearningRate = 1e-3, Patience = 3 };

    /// <summary>60 days → 30, 52 weeks → 12, 24 months → 12.</summary>
    public static GlobalLstmOptions For(SeriesStep step) => step switch
    {
        SeriesStep.Day => new GlobalLstmOptions(),
        SeriesStep.Week => new GlobalLstmOptions { Lookback = 52, Outputs = 12, Stride = 3 },
        _ => new GlobalLstmOptions { Lookback = 24, Outputs = 12, Stride = 1 },
    };

    /// <summary>The same, with another seed.</summary>
    public GlobalLstmOptions WithSeed(int seed) => this with { Training = Training with { Seed = seed } };
}
