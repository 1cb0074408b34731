namespace GeoCrime.Analytics.Learning;

/// <summary>Passes many windows through a network without dropout, on several threads.</summary>
public sealed class BatchForecaster : IDisposable
{
    private readonly int outputs;
    private readonly NetworkShard[] shards;
    private readonly int[][] rows;
    private readonly ShardCrew crew;
    private WindowSet windows = new([], [], 0);
    private float[] result = [];

    /// <param name="threads">≥ 1. The result does not depend on it.</param>
    public BatchForecaster(ForecastNetwork network, int threads)
    {
        ArgumentNullException.ThrowIfNull(network);
        outputs = network.Shape.Outputs;
        shards = [.. Enumerable.Range(0, threads).Select(_ => new NetworkShard(network, trains: false))];
        rows = [.. shards.Select(_ => new int[NetworkShard.MaxRows])];
        crew = new ShardCrew(Pass, threads);
    }

    /// <summary>What the network says for every window.</summary>
    /// <returns>Shape [windows, outputs].</returns>
    /// <remarks>Not for several callers at once.</remarks>
    public float[] Forecast(WindowSet asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        (windows, result) = (asked, new float[asked.Count * outputs]);
        crew.Run((asked.Count + NetworkShard.MaxRows - 1) / NetworkShard.MaxRows);
        return result;
    }

    public void Dispose() => crew.Dispose();

    private void Pass(int thread, int piece)
    {
        var first = piece * NetworkShard.MaxRows;
        var own = rows[thread].AsSpan(0, Math.Min(NetworkShard.MaxRows, windows.Count - first));
        for (var i = 0; i < own.Length; i++)
            own[i] = first + i;
        shards[thread].Forward(windows, own, null).CopyTo(result.AsSpan(first * outputs));
    }
}
