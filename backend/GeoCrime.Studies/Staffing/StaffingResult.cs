using GeoCrime.Analytics.Staffing;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Staffing;

/// <summary>How a number of units does in a cell.</summary>
/// <param name="MeanWaitMinutes">Null where the load reaches the units, so that waits have no bound.</param>
/// <param name="WithinTarget">Probability that a call waits no longer than the target, 0–1.</param>
public sealed record StaffedWait(int Units, double? MeanWaitMinutes, double WithinTarget);

/// <summary>One area in one shift of one weekday.</summary>
/// <param name="Weekday">On which the shift starts; 0 is Monday.</param>
/// <param name="ExpectedIncidents">Reported incidents that one such shift is expected to bring.</param>
/// <param name="LoadErlangs">Units that the work keeps busy all the time, at the percentile planned for.</param>
/// <param name="Required">Units for the wait target at the percentile planned for; <paramref name="Required50"/> … at others.</param>
/// <param name="Planned">The same in today's plan; null without one.</param>
/// <param name="Baseline">Without the scenario; null where there is none.</param>
public sealed record StaffingRow(
    Area Area,
    int Weekday,
    Shift Shift,
    double ExpectedIncidents,
    double LoadErlangs,
    int Required,
    int Required50,
    int Required80,
    int Required95,
    StaffedWait Staffed,
    StaffedWait? Planned,
    StaffingBaseline? Baseline);

/// <summary>A row as it would be without the scenario.</summary>
public sealed record StaffingBaseline(double ExpectedIncidents, int Required, StaffedWait Staffed);

/// <summary>A whole plan in a few figures. Means are over calls.</summary>
/// <param name="Units">Posts a shift; the mean over shifts where they differ.</param>
/// <param name="Unmet">Units that rows have fewer than they require, summed over the week.</param>
/// <param name="MeanWaitMinutes">Of the calls of rows whose wait is bounded; null where none is.</param>
/// <param name="WithinTarget">Share of all calls that wait no longer than the target.</param>
/// <param name="OverloadedShare">Share of all calls that come in rows whose wait has no bound.</param>
/// <param name="ShiftsOnTarget">Shifts of the week, over all areas, that keep the wait target on the mean.</param>
public sealed record StaffingFigures(double Units, int Unmet, double? MeanWaitMinutes, double WithinTarget, double OverloadedShare, int ShiftsOnTarget, int Shifts);

/// <summary>Today's plan beside this one.</summary>
/// <param name="SamePosts">The units of each shift as today's plan has them, given to areas anew.</param>
public sealed record PlanComparison(StaffingFigures Planned, StaffingFigures SamePosts, string Note);

/// <param name="Rows">By area in the order of the snapshot, then weekday, then shift.</param>
/// <param name="Curve">The same work with other numbers of units, ascending.</param>
/// <param name="Baseline">Without the scenario; null where there is none.</param>
/// <param name="PostsADay">Units × shifts.</param>
/// <param name="Headcount">Posts × relief factor.</param>
public sealed record StaffingResult(
    IReadOnlyList<StaffingRow> Rows,
    StaffingFigures Figures,
    IReadOnlyList<StaffingFigures> Curve,
    StaffingFigures? Baseline,
    PlanComparison? Comparison,
    WorkloadScorecard Scorecard,
    int PostsADay,
    double Headcount,
    string Explanation,
    IReadOnlyList<string> Warnings);

/// <summary>How past forecasts of cells' incidents did beside plain alternatives; mean absolute errors in incidents a shift.</summary>
public sealed record WorkloadScorecard(int Origins, double? Mae, IReadOnlyList<(string Name, double Mae)> Baselines, bool? BeatsBaseline, string Note);

/// <summary>A simulated cell beside the formula.</summary>
/// <param name="Queue">Null where the formula gives no bounded wait, so that none can be simulated.</param>
public sealed record SimulatedRow(double? FormulaMinutes, SimulatedQueue? Queue, double MinutesPerIncident)
{
    public double? MeanWaitMinutes => Queue?.MeanWait * MinutesPerIncident;
    public double? LowerMinutes => Queue?.Lower * MinutesPerIncident;
    public double? UpperMinutes => Queue?.Upper * MinutesPerIncident;
    public bool? FormulaInside => Queue is { Lower: not null } ? FormulaMinutes >= LowerMinutes && FormulaMinutes <= UpperMinutes : null;
}
