using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <summary>How a network's training goes, or went.</summary>
public sealed class TrainingNode(TrainingMetrics metrics)
{
    public bool? Serves => metrics.Serves;
    public string? Verdict => metrics.Verdict;
    public ModelContest? Contest => metrics.Contest;
    public IReadOnlyList<LossCurveNode> Curves => [.. metrics.Curves.Select(curve => new LossCurveNode(curve))];
    public ModelCardNode? Card => metrics.Card is { } card ? new ModelCardNode(card) : null;

    /// <summary>Null where the run trained no network.</summary>
    public static TrainingNode? Of(string? metrics) => TrainingMetrics.Read(metrics) is { } found ? new TrainingNode(found) : null;
}

public sealed class LossCurveNode(LossCurve curve)
{
    public string? Area => curve.Area;
    public string Training => curve.Training;
    public IReadOnlyList<EpochLossNode> Epochs => [.. curve.Points.Select((point, index) => new EpochLossNode(index + 1, point[0], Finite(point[1])))];

    internal static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

public sealed record EpochLossNode(int Epoch, double Training, double? HeldBack);

public sealed class ModelCardNode(ModelCard card)
{
    public string Architecture => card.Architecture;
    public int Parameters => card.Parameters;
    public int Areas => card.Areas;
    public SeriesStep Step => card.Step;
    public DateOnly From => card.From;
    public DateOnly Until => card.Until;
    public int KnownCounts => card.KnownCounts;
    public int Seed => card.Seed;
    public double Weight => card.Weight;
    public ModelScoreNode? Score => card.Score is { } score ? new ModelScoreNode(score) : null;
    public IReadOnlyList<string> Limits => card.Limits;
    public ModelTuningNode? Tuning => card.Tuning is { } tuning ? new ModelTuningNode(tuning.Areas, tuning.SharedLoss, tuning.Loss, tuning.Words(card.Areas)) : null;
}

public sealed record ModelTuningNode(int Areas, double? SharedLoss, double? Loss, string InWords);

public sealed class ModelScoreNode(PooledScore score)
{
    public int Origins => score.Origins;
    public double? Mase => LossCurveNode.Finite(score.Mase);
    public double? SeasonalNaiveMase => LossCurveNode.Finite(score.SeasonalNaiveMase);
    public double? RecentMeanMase => LossCurveNode.Finite(score.RecentMeanMase);
    public IReadOnlyList<CoverageRow> Coverage => score.Coverage;
}
