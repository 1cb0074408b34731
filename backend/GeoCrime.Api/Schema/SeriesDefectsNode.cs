using GeoCrime.Analytics.Forecasting;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Series;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class SeriesDefectsNode(LiveRun<SeriesDefectResult> run)
{
    private Completeness Found => run.Result.Defects.Completeness;

    public RunNode Run => new(run.Run);
    public int Steps => Found.Steps;
    public int Known => Found.Known;
    public int Missing => Found.Steps - Found.Known;
    public int Zero => Found.Zero;
    public int LongestGap => Found.LongestGap;
    public string Note => Found.Note;
    public IReadOnlyList<SeriesGap> Gaps => run.Result.Gaps;
    public IReadOnlyList<Outlier> Outliers => run.Result.Defects.Outliers;
    public IReadOnlyList<LevelShift> Shifts => run.Result.Defects.Shifts;
}
