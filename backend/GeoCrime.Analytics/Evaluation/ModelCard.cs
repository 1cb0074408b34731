using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>What a page shows about a trained model: what it is, what it learnt from, how it did, and where it ends.</summary>
/// <param name="Architecture">In one line.</param>
/// <param name="Parameters">Learnt numbers.</param>
/// <param name="Areas">Series it learnt from.</param>
/// <param name="From">First day of the training part.</param>
/// <param name="Until">First day after it.</param>
/// <param name="KnownCounts">Of all areas and steps.</param>
/// <param name="Weight">How far the networks are believed beside level and calendar, 0 to 1.</param>
/// <param name="Score">On past origins, beside the plain alternatives; null where it was not tested.</param>
/// <param name="Curve">Loss by epoch.</param>
/// <param name="Limits">Sentences.</param>
/// <param name="Tuning">Areas with networks of their own; null where tuning was not tried.</param>
public sealed record ModelCard(
    string Architecture, int Parameters, int Areas, SeriesStep Step, DateOnly From, DateOnly Until, int KnownCounts, int Seed, double Weight,
    PooledScore? Score, IReadOnlyList<EpochLoss> Curve, IReadOnlyList<string> Limits,
    ModelTuning? Tuning = null)
{
    /// <summary>The card of a model of all areas.</summary>
    /// <param name="areas">Its training part.</param>
    /// <param name="past">Its backtest; null where there was none.</param>
    public static ModelCard Of(FittedGlobalLstm model, IReadOnlyList<CountSeries> areas, GlobalBacktestResult? past)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(areas);
        var (shape, options, first) = (model.Networks[0].Shape, model.Options, areas[0]);
        var score = past is null || past.Areas[0].Origins.Length == 0 ? null : PooledScore.Of(areas, past);
        return new ModelCard(
            $"{model.Networks.Count} networks averaged: {shape.Steps} steps × {shape.Inputs} channels and {shape.EmbeddingSize} learnt numbers an area → LSTM {shape.FirstHidden} → LSTM {shape.SecondHidden} → dense {shape.DenseUnits} → {options.Outputs} steps, negative binomial",
            model.Networks.Concat(model.Tuned.SelectMany(area => area.Networks)).Sum(n => n.Values.Length), areas.Count, first.Step, first.Start, first.DateAt(first.Length), areas.Sum(s => s.Known),
            options.Training.Seed, model.Weight, score, model.Curve, [.. LimitsOf(model, areas, score)], ModelTuning.Of(model));
    }

    /// <summary>The card of networks of one area each.</summary>
    /// <param name="areas">The series that a network was trained on.</param>
    /// <param name="scorecards">One an area.</param>
    public static ModelCard Of(LstmOptions options, IReadOnlyList<CountSeries> areas, IReadOnlyList<Scorecard> scorecards)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(areas);
        var first = areas[0];
        var shape = LstmModel.Shape(first.Step, options);
        var score = PooledScore.Of(scorecards);
        return new ModelCard(
            $"one network an area: {shape.Steps} steps × {shape.Inputs} channels → LSTM {shape.FirstHidden} → dropout {shape.Dropout} → LSTM {shape.SecondHidden} → dropout {shape.Dropout} → dense {shape.DenseUnits} → {shape.Outputs} steps, squared error",
            areas.Count * new ForecastNetwork(shape).Values.Length, areas.Count, first.Step, first.Start, first.DateAt(first.Length), areas.Sum(s => s.Known),
            options.Training.Seed, 1, score, [], [
                Reported,
                $"Beyond {options.Outputs} steps it feeds its own forecasts back as counts.",
                "Each area is learnt by itself: what others have in common it cannot use.",
                .. OfScore(score),
            ]);
    }

    private const string Reported = "It forecasts reported incidents: what is not reported it cannot see.";

    private static IEnumerable<string> OfScore(PooledScore? score)
    {
        if (score is null)
            yield return "It was not tested on past origins; its intervals were not checked.";
        else if (score.Mase >= Math.Min(score.SeasonalNaiveMase, score.RecentMeanMase))
            yield return "On past origins it was no better than a plain alternative.";
    }

    private static IEnumerable<string> LimitsOf(FittedGlobalLstm model, IReadOnlyList<CountSeries> areas, PooledScore? score)
    {
        yield return Reported;
        yield return $"It forecasts at most {model.Options.Outputs} steps ahead, for the areas it was trained on.";
        if (model.Weight == 0)
            yield return $"On the held-back part the networks were no better than the smoothed level with the usual calendar, which therefore answers alone{(model.Tuned.Count == 0 ? "" : " but for areas with networks of their own")}.";
        if (model.Options.Days.Remark is { } remark)
            yield return remark;
        if (model.Calendar.Effects.All(effect => effect == 0))
            yield return "The history is shorter than two years: it knows no calendar.";
        if (areas.Count(s => s.Known < model.Options.Lookback) is > 0 and var few)
            yield return $"{few} of {areas.Count} areas have fewer known counts than one window; their forecasts lean on the others.";
        foreach (var sentence in OfScore(score))
            yield return sentence;
    }
}
