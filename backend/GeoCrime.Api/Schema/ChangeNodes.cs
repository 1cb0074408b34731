using GeoCrime.Domain;
using GeoCrime.Studies.Changes;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class ComparisonNode(ComparisonWindow window)
{
    public DateOnly From => window.From;
    public DateOnly To => window.To;
    public DateOnly BaselineFrom => window.BaselineFrom;
    public DateOnly BaselineTo => window.BaselineTo;
}

public sealed class ChangeTableNode(Jurisdiction jurisdiction, LiveRun<ChangeResult> run)
{
    public RunNode Run => new(run.Run);
    public ComparisonNode Window => new(run.Result.Window);

    public IReadOnlyList<ChangeNode> Rows(bool? clearOnly, int? first) =>
        [.. run.Result.Rows.Where(row => clearOnly != true || row.Direction != 0).Take(QueryResolvers.PageSize(first ?? 1000, 100_000)).Select(row => new ChangeNode(jurisdiction, run.Result.Window, row))];
}

public sealed class ChangeNode(Jurisdiction jurisdiction, ComparisonWindow window, Change change)
{
    public AreaNode? Area => change.Area is { } area ? new AreaNode(jurisdiction, area) : null;
    public CategoryNode? Category => change.Category is { } category ? new CategoryNode(jurisdiction, category) : null;
    public int Incidents => change.Incidents;
    public int Before => change.Before;
    /// <summary>Of the rates a day; null where there was none before.</summary>
    public double? ChangePercent => change.Before == 0 ? null : 100 * ((change.Incidents * (double)window.BaselineDays / (change.Before * (double)window.Days)) - 1);
    public double P => change.P;
    public double AdjustedP => change.AdjustedP;
    public ChangeDirection Direction => (ChangeDirection)(change.Direction + 1);
}

public enum ChangeDirection
{
    Fall,
    None,
    Rise,
}
