using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Series;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class MoverTableNode(Jurisdiction jurisdiction, LiveRun<MoverResult> run, IEnumerable<Mover> movers)
{
    public RunNode Run => new(run.Run);
    public ScorecardNode Scorecard => ScorecardNode.Of(run.Result.Scorecard);
    public IReadOnlyList<MoverNode> Movers { get; } = [.. movers.Select(mover => new MoverNode(jurisdiction, mover))];
}

public sealed class MoverNode(Jurisdiction jurisdiction, Mover mover)
{
    public AreaNode Area => new(jurisdiction, mover.Area);
    public double Previous => mover.Previous;
    public double Expected => mover.Expected;
    public double? ChangePercent => mover.ChangePercent;
    public double? Lower => mover.Lower;
    public double? Upper => mover.Upper;
}

public enum Direction
{
    Increase,
    Decrease,
}

public sealed class DecompositionNode(LiveRun<DecompositionResult> run, DecompositionMethod method)
{
    public RunNode Run => new(run.Run);
    public DecompositionMethod Method => method;
    public double? SeasonalStrength => run.Result.SeasonalStrength;
    public double? TrendStrength => run.Result.TrendStrength;
    public IReadOnlyList<DecompositionSeason> Seasons { get; } = [.. run.Result.Seasons.Select(season => new DecompositionSeason(season.Steps, season.Strength))];

    /// <summary>Steps with a known count.</summary>
    public IReadOnlyList<DecompositionPoint> Points { get; } =
        [.. Enumerable.Range(0, run.Result.Series.Length).Where(i => !double.IsNaN(run.Result.Series.Values[i])).Select(i => new DecompositionPoint(
            run.Result.Series.DateAt(i), run.Result.Series.Values[i], Known(run.Result.Parts.Trend[i]), run.Result.Parts.Seasonal[i], Known(run.Result.Parts.Remainder[i]), [.. run.Result.Seasons.Select(season => season.Values[i])]))];

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}

public sealed record DecompositionPoint(DateOnly Start, double Observed, double? Trend, double Seasonal, double? Remainder, IReadOnlyList<double> Seasonals);

public sealed record DecompositionSeason(int Steps, double? Strength);

public sealed class SeriesDefectsNode(LiveRun<SeriesDefects> run)
{
    private readonly SeriesDefects found = run.Result;

    public RunNode Run => new(run.Run);
    public int Steps => found.Completeness.Steps;
    public int Known => found.Completeness.Known;
    public int Zero => found.Completeness.Zero;
    public int LongestGap => found.Completeness.LongestGap;
    public string Note => found.Completeness.Note;
    public IReadOnlyList<SeriesOutlier> Outliers => [.. found.Outliers.Select(each => new SeriesOutlier(each.Start, each.Count, each.Expected, each.Score))];
    public IReadOnlyList<SeriesShift> Shifts => [.. found.Shifts.Select(each => new SeriesShift(each.Start, each.Before, each.After, each.Score))];
}

public sealed record SeriesOutlier(DateOnly Start, double Count, double Expected, double Score);

public sealed record SeriesShift(DateOnly Start, double Before, double After, double Score);

public sealed class SeriesDiagnosticsNode(LiveRun<SeriesDiagnostics> run)
{
    private const double Significant = 0.05;

    public RunNode Run => new(run.Run);
    public StatTest Adf => Test(run.Result.Adf!, "no fixed level to return to", "The series returns to a level.", "It is not shown that the series returns to a level.");
    public StatTest Kpss => Test(run.Result.Kpss!, "a fixed level", "The level shifts over time.", "It is not shown that the level shifts.");
    public IReadOnlyList<double> Acf => run.Result.Acf;
    public IReadOnlyList<double> Pacf => run.Result.Pacf;
    public double Confidence => run.Result.Confidence;
    public string Verdict => run.Result.Verdict;

    private static StatTest Test(UnitRootTest test, string hypothesis, string rejected, string kept) =>
        new(test.Statistic, test.PValue, test.Lags, $"{(test.PValue < Significant ? rejected : kept)} (p = {test.PValue:0.###} under \"{hypothesis}\")");
}

public sealed record StatTest(double? Statistic, double? PValue, int Lags, string Verdict);
