using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class TrainingCheckpointTests
{
    private static readonly NetworkShape Shape = new(4, 2, 3) { FirstHidden = 6, SecondHidden = 4, DenseUnits = 5 };

    [Theory]
    [InlineData(OptimiserKind.Adam)]
    [InlineData(OptimiserKind.AdamW)]
    [InlineData(OptimiserKind.GradientDescent)]
    public void Training_that_was_cut_off_goes_on_bit_for_bit(OptimiserKind optimiser)
    {
        var options = new TrainingOptions { Epochs = 6, BatchSize = 20, Optimiser = optimiser, Seed = 3, LearningRate = 1e-2 };
        var (whole, wholeCurve, files) = Train(options, null);
        Assert.Equal(6, files.Count);
        var (resumed, resumedCurve, later) = Train(options, TrainingCheckpoint.FromBytes(files[2]));
        Assert.Equal(3, later.Count);
        Assert.Equal(wholeCurve, resumedCurve);
        Assert.Equal(whole, resumed);
        Assert.Equal(files[5], later[2]);
    }

    [Fact]
    public void The_file_gives_back_every_bit()
    {
        var bytes = Train(new TrainingOptions { Epochs = 2 }, null).Files[1];
        Assert.Equal(bytes, TrainingCheckpoint.FromBytes(bytes).ToBytes());
    }

    [Fact]
    public void Checkpoints_of_another_training_or_cut_files_are_refused()
    {
        var bytes = Train(new TrainingOptions { Epochs = 2 }, null).Files[0];
        var error = Assert.Throws<ArgumentException>(() => Train(new TrainingOptions { Epochs = 2, Seed = 9 }, TrainingCheckpoint.FromBytes(bytes)));
        Assert.StartsWith("the checkpoint is of another training", error.Message);
        Assert.Contains("truncated", Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.FromBytes(bytes.AsSpan(0, bytes.Length - 9))).Message);
        var file = TensorFile.FromBytes(bytes);
        var other = file with { Metadata = new Dictionary<string, string>(file.Metadata) { ["version"] = "0" } };
        Assert.Contains("version 0", Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.FromBytes(other.ToBytes())).Message);
    }

    private static (float[] Values, IReadOnlyList<EpochLoss> Curve, List<byte[]> Files) Train(TrainingOptions options, TrainingCheckpoint? from)
    {
        var network = new ForecastNetwork(Shape);
        network.Initialise(5);
        var files = new List<byte[]>();
        using var trainer = new NetworkTrainer(network, options) { ResumeFrom = from, Keep = checkpoint => files.Add(checkpoint.ToBytes()) };
        var curve = trainer.Train(Windows(50, 1), Windows(10, 2));
        return (network.Values.Span.ToArray(), curve, files);
    }

    private static WindowSet Windows(int count, ulong seed)
    {
        var random = new SplitMix64(seed);
        float Number() => (float)(2 * random.NextDouble() - 1);
        return new WindowSet(
            [.. Enumerable.Range(0, count * Shape.Steps * Shape.Inputs).Select(_ => Number())],
            [.. Enumerable.Range(0, count * Shape.Outputs).Select(_ => Number())], count);
    }
}
