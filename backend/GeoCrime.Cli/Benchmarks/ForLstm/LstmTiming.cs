namespace GeoCrime.Cli.Benchmarks.ForLstm;

/// <summary>Seconds of one epoch and of inference over all sequences.</summary>
internal sealed record LstmTiming(double Epoch, double Inference)
{
    /// <summary>The middle of several runs, each measure by itself.</summary>
    public static LstmTiming Median(IReadOnlyList<LstmTiming> runs) => new(Middle(runs.Select(r => r.Epoch)), Middle(runs.Select(r => r.Inference)));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
