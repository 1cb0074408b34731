using System.Globalization;

namespace GeoCrime.Analytics.Learning;

/// <summary>A training between two epochs: parameters, the best so far, and what the optimiser remembers. Training resumes from it bit for bit.</summary>
/// <param name="Plan">Shape, options and number of windows: another training cannot go on from it.</param>
/// <param name="Curve">Epochs done.</param>
/// <param name="Lowest">Lowest held-back loss so far; infinity without one.</param>
/// <param name="SinceLowest">Epochs since then.</param>
/// <param name="OptimiserSteps">Steps done.</param>
/// <param name="Vectors">"values", "best" and the optimiser's state by name; each laid out like the parameters.</param>
public sealed record TrainingCheckpoint(
    string Plan, IReadOnlyList<EpochLoss> Curve, double Lowest, int SinceLowest, int OptimiserSteps,
    IReadOnlyList<(string Name, float[] Values)> Vectors)
{
    private const string Format = "geocrime-checkpoint";
    private const string Version = "1";

    /// <summary>The checkpoint as a safetensors file.</summary>
    public byte[] ToBytes() => new TensorFile(
        new Dictionary<string, string>
        {
            ["format"] = Format,
            ["version"] = Version,
            ["plan"] = Plan,
            ["curve"] = string.Join(' ', Curve.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Training:R} {e.HeldBack:R}"))),
            ["lowest"] = Lowest.ToString("R", CultureInfo.InvariantCulture),
            ["since_lowest"] = SinceLowest.ToString(CultureInfo.InvariantCulture),
            ["optimiser_steps"] = OptimiserSteps.ToString(CultureInfo.InvariantCulture),
        },
        [.. Vectors.Select(v => (v.Name, new[] { v.Values.Length }, v.Values))]).ToBytes();

    /// <summary>Reads a checkpoint back, bit for bit.</summary>
    /// <exception cref="InvalidDataException">Not such a file, not all of it, or of another version; the message says which.</exception>
    public static TrainingCheckpoint FromBytes(ReadOnlySpan<byte> bytes)
    {
        var file = TensorFile.FromBytes(bytes);
        file.Require(Format, Version);
        var numbers = file.Text("curve").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
        return new TrainingCheckpoint(
            file.Text("plan"), [.. numbers.Chunk(2).Select((pair, e) => new EpochLoss(e + 1, pair[0], pair[^1]))], Number(file.Text("lowest")),
            (int)Number(file.Text("since_lowest")), (int)Number(file.Text("optimiser_steps")), [.. file.Tensors.Select(t => (t.Name, t.Values))]);
    }

    internal static string PlanOf(NetworkShape shape, TrainingOptions options, IForecastLoss loss, int training, int heldBack) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{shape}; {loss.GetType().Name}; {options.Optimiser} {options.LearningRate:R} {options.Schedule.Name} {options.WeightDecay:R} {options.Momentum:R} clip {options.ClipNorm:R}; {options.Epochs} epochs of {options.BatchSize}, patience {options.Patience}, seed {options.Seed}; windows {training} and {heldBack}");

    internal static TrainingCheckpoint Of(
        string plan, IReadOnlyList<EpochLoss> curve, double lowest, int sinceLowest, ForecastNetwork network, IOptimiser optimiser, AlignedBuffer best) =>
        new(plan, [.. curve], lowest, sinceLowest, optimiser.Steps,
            [("values", network.Values.Span.ToArray()), ("best", best.Span.ToArray()), .. optimiser.State.Select(s => (s.Name, s.Values.Span.ToArray()))]);

    /// <exception cref="ArgumentException">The checkpoint is of another training.</exception>
    internal void Restore(string plan, ForecastNetwork network, IOptimiser optimiser, AlignedBuffer best)
    {
        if (plan != Plan)
            throw new ArgumentException($"the checkpoint is of another training: it was made for {Plan}; this is {plan}");
        foreach (var (name, target) in optimiser.State.Prepend(("best", best)).Prepend(("values", network.Values)))
        {
            var found = Vectors.SingleOrDefault(v => v.Name == name).Values;
            if (found?.Length != target.Length)
                throw new ArgumentException($"the checkpoint has {found?.Length ?? 0} values of '{name}'; {target.Length} are needed");
            found.CopyTo(target.Span);
        }
        optimiser.Steps = OptimiserSteps;
        network.Pack();
    }

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new InvalidDataException($"the checkpoint holds '{text}' where a number belongs");
}
