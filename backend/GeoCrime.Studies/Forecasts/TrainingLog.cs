using GeoCrime.Analytics.Learning;

namespace GeoCrime.Studies.Forecasts;

/// <summary>How far a run's trainings are: written by the thread that trains, read by the one that reports.</summary>
/// <param name="checkpoints">Those of an interrupted run by name; empty for a new one.</param>
/// <param name="before">The curves that an interrupted run left.</param>
public sealed class TrainingLog(IReadOnlyDictionary<string, byte[]> checkpoints, IReadOnlyList<LossCurve> before)
{
    private const int Digits = 5;
    private readonly Lock gate = new();
    private readonly List<LossCurve> curves = [.. before];
    private readonly Dictionary<string, TrainingCheckpoint> unwritten = [];
    private double share;

    /// <summary>A log that starts from nothing.</summary>
    public TrainingLog()
        : this(new Dictionary<string, byte[]>(), [])
    {
    }

    /// <summary>Raised on the thread that trains, after what the epoch left is kept.</summary>
    internal event Action? EpochKept;

    /// <summary>Share done, 0–1.</summary>
    public double Share
    {
        get => Volatile.Read(ref share);
        internal set => Volatile.Write(ref share, value);
    }

    public IReadOnlyList<LossCurve> Curves
    {
        get
        {
            lock (gate)
                return [.. curves];
        }
    }

    /// <summary>Checkpoints since the last call, the newest of each training.</summary>
    public IReadOnlyList<(string Training, TrainingCheckpoint Checkpoint)> TakeUnwritten()
    {
        lock (gate)
        {
            (string, TrainingCheckpoint)[] taken = [.. unwritten.Select(each => (each.Key, each.Value))];
            unwritten.Clear();
            return taken;
        }
    }

    /// <summary>The part of an area, or of all (null), between two shares of the run.</summary>
    internal ITrainingLog Part(string? area, double from, double to) => new AreaLog(this, area, from, to);

    /// <summary>An area's network is published: only its own curve is kept.</summary>
    /// <returns>The start of its trainings' names.</returns>
    internal string Published(string area)
    {
        lock (gate)
        {
            if (curves.FindLastIndex(curve => curve.Area == area) is >= 0 and var last)
            {
                var own = curves[last];
                curves.RemoveAll(curve => curve.Area == area && curve != own);
            }
            foreach (var name in unwritten.Keys.Where(name => name.StartsWith(Prefix(area), StringComparison.Ordinal)).ToArray())
                unwritten.Remove(name);
        }
        return Prefix(area);
    }

    private static string Prefix(string? area) => area is null ? "" : $"{area}: ";

    private sealed class AreaLog(TrainingLog run, string? area, double from, double to) : ITrainingLog
    {
        private readonly List<string> seen = [];
        private (int Trainings, int Epochs) plan = (1, 1);

        public void Plan(int trainings, int epochs) => plan = (Math.Max(1, trainings), Math.Max(1, epochs));

        public TrainingCheckpoint? Find(string training)
        {
            if (!run.CheckpointOf(Prefix(area) + training, out var found))
                return null;
            Tell(training, found);
            return found;
        }

        public void Keep(string training, TrainingCheckpoint checkpoint)
        {
            Tell(training, checkpoint);
            lock (run.gate)
                run.unwritten[Prefix(area) + training] = checkpoint;
            run.EpochKept?.Invoke();
        }

        public void Advance(string part, double share)
        {
            if (!seen.Contains(part))
                seen.Add(part);
            run.Share = from + (to - from) * Math.Min(1, (seen.Count - 1 + share) / plan.Trainings);
        }

        private void Tell(string training, TrainingCheckpoint checkpoint)
        {
            Advance(training, Math.Min(1, (double)checkpoint.Curve.Count / plan.Epochs));
            var curve = new LossCurve(area, training, [.. checkpoint.Curve.Select(epoch => new[] { Math.Round(epoch.Training, Digits), Math.Round(epoch.HeldBack, Digits) })]);
            lock (run.gate)
            {
                var place = run.curves.FindIndex(each => each.Area == area && each.Training == training);
                if (place < 0)
                    run.curves.Add(curve);
                else
                    run.curves[place] = curve;
            }
        }
    }

    private bool CheckpointOf(string name, out TrainingCheckpoint checkpoint)
    {
        var found = checkpoints.TryGetValue(name, out var bytes);
        checkpoint = found ? TrainingCheckpoint.FromBytes(bytes) : null!;
        return found;
    }
}
