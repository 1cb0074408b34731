using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Staffing;
using GeoCrime.Studies.Tests.Forecasts;

namespace GeoCrime.Studies.Tests.Staffing;

/// <summary>A small city whose precincts report the same every day: three at noon in P1, two at 1:00 in P2, one at 20:00 in P3, none in P4.</summary>
internal static class StaffedCity
{
    public static readonly DateOnly First = new(2022, 1, 3);
    public const int Days = 1099;

    /// <summary>The day after the data; a Monday.</summary>
    public static readonly DateOnly Next = First.AddDays(Days);

    /// <summary>One shift of 8 hours from 8:00, one of 16 over midnight.</summary>
    public static readonly IReadOnlyList<Shift> Shifts = [new("Day", 8, 8), new("Night", 16, 16)];

    public static readonly StaffingRequest Usual = new("precinct", Next, 28, 6, Shifts, 60, 20, 80, 1.5, 1, 1, IncidentFilter.All);

    private static readonly Lazy<IncidentColumns> Made = new(() => SmallCity.Columns(Rows(Days)));

    public static IncidentColumns Columns => Made.Value;

    public static IEnumerable<Row> Rows(int days) => Enumerable.Range(0, days).SelectMany(day => new[]
    {
        Report(day, 12, "P1"), Report(day, 12, "P1"), Report(day, 12, "P1", "assault"), Report(day, 1, "P2"), Report(day, 1, "P2", "drugs"), Report(day, 20, "P3"),
    });

    public static Row Report(int day, int hour, string area, string category = "theft") => new(First.AddDays(day), hour, category, null, null, area);

    public static StaffingResult Plan(StaffingRequest request, IncidentColumns? columns = null) => Live(request, columns).Result;

    public static LiveRun<StaffingResult> Live(StaffingRequest request, IncidentColumns? columns = null) =>
        Study().RunAsync(columns ?? Columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult();

    public static StaffingStudy Study()
    {
        var live = new LiveRuns();
        return new StaffingStudy(live, new ForecastStudy(live, new MemoryRuns(), new MemoryForecasts()));
    }

    public static StaffingRow Row(this StaffingResult plan, string area, int weekday, string shift) =>
        plan.Rows.Single(row => row.Area.Code == area && row.Weekday == weekday && row.Shift.Name == shift);
}
