using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>How the per-area LSTM sees a series and is trained.</summary>
public sealed record LstmOptions
{
    /// <summary>Steps of an input window.</summary>
    public int Lookback { get; init; } = 60;

    /// <summary>Steps forecast at once; longer horizons are forecast block by block.</summary>
    public int Outputs { get; init; } = 30;

    /// <summary>Units of the first LSTM.</summary>
    public int FirstHidden { get; init; } = 128;

    /// <summary>Units of the second LSTM.</summary>
    public int SecondHidden { get; init; } = 64;

    /// <summary>
    /// Steps between training windows, counted back from the end: bounds the work. For days no multiple of 7, so that windows end
    /// on all weekdays.
    /// </summary>
    public int Stride { get; init; } = 3;

    /// <summary>Share of the windows, the latest, that decide when to stop.</summary>
    public double HeldBack { get; init; } = 0.15;

    public TrainingOptions Training { get; init; } = new() { Epochs = 10, BatchSize = 64, LearningRate = 5e-4, Patience = 3 };

    /// <summary>The design's network for days; 52 weeks → 12 and 24 months → 12 for the longer steps, every window used.</summary>
    public static LstmOptions For(SeriesStep step) => step switch
    {
        SeriesStep.Day => new LstmOptions(),
        SeriesStep.Week => new LstmOptions { Lookback = 52, Outputs = 12, Stride = 1 },
        _ => new LstmOptions { Lookback = 24, Outputs = 12, Stride = 1 },
    };

    /// <summary>The same, with another seed.</summary>
    public LstmOptions WithSeed(int seed) => this with { Training = Training with { Seed = seed } };

    // Fewer than eight windows teach a network of 120,000 weights nothing that the mean does not know.
    internal const int LeastWindows = 8;

    /// <summary>Steps of the shortest history that can be trained on.</summary>
    internal int LeastHistory => Lookback + Outputs + (LeastWindows - 1) * Stride;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Lookback, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Stride, 1);
        if (!(HeldBack is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(HeldBack), HeldBack, "must be a share from 0 to below 1");
    }
}
