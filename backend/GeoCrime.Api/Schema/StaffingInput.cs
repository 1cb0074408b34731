using GeoCrime.Studies.Staffing;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed record ShiftInput(string Name, int StartHour, int Hours);

public sealed record PlannedUnitsInput(string Area, Weekday Weekday, string Shift, int Units);

public sealed record StaffingInput(
    string Kind,
    DateOnly From,
    int? Days,
    int Units,
    IReadOnlyList<ShiftInput>? Shifts,
    double? MinutesPerIncident,
    double? MaxWaitMinutes,
    double? Percentile,
    double? ReliefFactor,
    double? CallsPerIncident,
    double? OfficerInitiatedWeight,
    IncidentFilterInput? Filter,
    ScenarioInput? Scenario,
    IReadOnlyList<PlannedUnitsInput>? CurrentPlan)
{
    public StaffingRequest ToRequest() => new(
        Kind,
        From,
        Days ?? 28,
        Units,
        Shifts is null ? Shift.Default : [.. Shifts.Select(shift => new Shift(shift.Name, shift.StartHour, shift.Hours))],
        MinutesPerIncident ?? 45,
        MaxWaitMinutes ?? 10,
        Percentile ?? 80,
        ReliefFactor ?? 1,
        CallsPerIncident ?? 1,
        OfficerInitiatedWeight ?? 1,
        Filter.OrAll(),
        Scenario?.ToScenario(),
        CurrentPlan is null ? null : [.. CurrentPlan.Select(row => new PlannedUnits(row.Area, (int)row.Weekday, row.Shift, row.Units))]);
}
