using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>How one LSTM for all areas sees their series and is trained.</summary>
public sealed record GlobalLstmOptions
{
    /// <summary>Steps of an input window.</summary>
    public int Lookback { get; init; } = 60;

    /// <summary>Steps forecast at once.</summary>
    public int Outputs { get; init; } = 30;

    public int FirstHidden { get; init; } = 32;

    public int SecondHidden { get; init; } = 16;

    public int DenseUnits { get; init; } = 16;

    /// <summary>Share of values dropped after each LSTM while training; [0, 1).</summary>
    public double Dropout { get; init; } = 0.2;

    /// <summary>Learnt numbers an area.</summary>
    public int EmbeddingSize { get; init; } = 2;

    /// <summary>Networks from different seeds whose answers are averaged; ≥ 1.</summary>
    public int Networks { get; init; } = 3;

    /// <summary>Steps after which a count weighs 1/e in the level; &gt; 0.</summary>
    public double LevelMemory { get; init; } = 21;

    /// <summary>How much longer the slow level remembers; &gt; 1.</summary>
    public double SlowMemoryFactor { get; init; } = 6;

    /// <summary>Days that the calendar treats apart; null for none.</summary>
    public HolidayCalendar? Holidays { get; init; }

    /// <summary>Figures of every day beside the counts: events that are planned, weather that was measured.</summary>
    public DayTable Days { get; init; } = DayTable.Empty;

    /// <summary>Steps between training windows of an area, counted back from the end.</summary>
    public int Stride { get; init; } = 5;

    /// <summary>Share of the time span, the latest, that decides when to stop.</summary>
    public double HeldBack { get; init; } = 0.25;

    public TrainingOptions Training { get; init; } = new()
    {
        Epochs = 12,
        BatchSize = 64,
        LearningRate = 1e-3,
        Patience = 3,
        Optimiser = OptimiserKind.AdamW,
    };

    /// <summary>
    /// How the trained networks go on learning from one area alone (<see cref="AreaTuning"/>); null where they do not. Epochs for some 300 steps:
    /// fewer were not enough for an area to leave the others' pattern. Seed and threads are the training's.
    /// </summary>
    public TrainingOptions? Tuning { get; init; } = new()
    {
        Epochs = 16,
        BatchSize = 16,
        LearningRate = 5e-3,
        Optimiser = OptimiserKind.AdamW,
    };

    /// <summary>60 days → 30, 52 weeks → 12, 24 months → 12.</summary>
    public static GlobalLstmOptions For(SeriesStep step) => step switch
    {
        SeriesStep.Day => new GlobalLstmOptions(),
        SeriesStep.Week => new GlobalLstmOptions { Lookback = 52, Outputs = 12, Stride = 3, LevelMemory = 10, Tuning = WithEpochs(60) },
        _ => new GlobalLstmOptions { Lookback = 24, Outputs = 12, Stride = 1, LevelMemory = 4, SlowMemoryFactor = 3, Tuning = WithEpochs(100) },
    };

    private static TrainingOptions WithEpochs(int epochs) => new GlobalLstmOptions().Tuning! with { Epochs = epochs };

    /// <summary>Steps of the shortest history whose windows can be told into a part to learn from and one that is held back.</summary>
    public int LeastHistory => Lookback + 2 * Outputs;

    /// <summary>The seed of one of the networks.</summary>
    internal int SeedOf(int network) => unchecked(Training.Seed + 7919 * network);

    /// <summary>The same, with another seed.</summary>
    public GlobalLstmOptions WithSeed(int seed) => this with { Training = Training with { Seed = seed } };

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Lookback, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Stride, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Networks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(EmbeddingSize, 1);
        if (!(LevelMemory > 0))
            throw new ArgumentOutOfRangeException(nameof(LevelMemory), LevelMemory, "must be above 0");
        if (!(SlowMemoryFactor > 1))
            throw new ArgumentOutOfRangeException(nameof(SlowMemoryFactor), SlowMemoryFactor, "must be above 1");
        if (!(HeldBack is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(HeldBack), HeldBack, "must be a share from 0 to below 1");
    }
}
