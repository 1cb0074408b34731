using System.Globalization;

namespace GeoCrime.Studies.Staffing;

/// <summary>Makes the plan from the workload: pure arithmetic, so that another number of units costs milliseconds.</summary>
internal static class StaffingPlanner
{
    private const int CurvePercentStep = 5;

    public static StaffingResult Plan(WorkloadForecast workload, StaffingRequest request, PostedPlan? plan, WorkloadScorecard scorecard)
    {
        int[] curve = [.. Enumerable.Range(10, 21).Select(step => (int)Math.Round(request.Units * step * CurvePercentStep / 100.0)).Where(units => units > 0).Distinct()];
        var roster = new Roster(workload, request, scenario: true, curve[^1]);
        var units = roster.Allocate(_ => request.Units);
        var plain = request.Scenario is null ? null : new Roster(workload, request, scenario: false, request.Units);
        var plainUnits = plain?.Allocate(_ => request.Units);
        var planned = plan?.Of(roster.Cells);
        var rows = roster.Cells.Select((cell, number) => new StaffingRow(
            workload.Areas[cell.Area],
            cell.Weekday,
            cell.Shift,
            cell.Expected,
            cell.Load,
            cell.Required,
            cell.Percentiles[0],
            cell.Percentiles[1],
            cell.Percentiles[2],
            roster.Wait(number, units[number]),
            planned is null ? null : roster.Wait(number, planned[number]),
            plain is null ? null : new StaffingBaseline(plain.Cells[number].Expected, plain.Cells[number].Required, plain.Wait(number, plainUnits![number])))).ToList();
        var figures = roster.Figures(units);
        var warnings = Shift.Warnings(request.Shifts).ToList();
        if (workload.WeeklyDraws.All(draws => draws.Length == 0))
            warnings.Add("The history is too short for past forecasts: percentiles are those of counting alone, and were not checked.");
        if (plan?.Missing(roster.Cells) is > 0 and var missing)
            warnings.Add($"{missing} of {roster.Cells.Count} shifts by area are not in today's plan and count as 0 units.");
        var most = rows.GroupBy(row => (row.Weekday, row.Shift)).Max(shift => shift.Count(row => row.Required > 0));
        if (most > request.Units)
            warnings.Add($"In the busiest shift {most} areas need a unit of their own and there are {request.Units}: the others have none, as the plan lends no unit across a border. Plan by larger areas, or with more units.");
        var posts = request.Units * request.Shifts.Count;
        return new StaffingResult(
            rows,
            figures,
            [.. curve.Select(each => roster.Figures(each == request.Units ? units : roster.Allocate(_ => each)))],
            plain?.Figures(plainUnits!),
            planned is null ? null : Compare(workload, request, roster, planned),
            scorecard,
            posts,
            posts * request.ReliefFactor,
            Explain(workload, request, figures),
            warnings);
    }

    private static PlanComparison Compare(WorkloadForecast workload, StaffingRequest request, Roster roster, int[] planned)
    {
        var byShift = roster.UnitsByShift(planned);
        var anew = new Roster(workload, request, scenario: true, byShift.Max());
        var (theirs, ours) = (roster.Figures(planned), anew.Figures(anew.Allocate(shift => byShift[shift])));
        var note = (theirs.MeanWaitMinutes, ours.MeanWaitMinutes) switch
        {
            ({ } before, { } after) when theirs.OverloadedShare == 0 && ours.OverloadedShare == 0 =>
                $"With the posts that today's plan has in each shift, given to areas anew, the mean wait would be {Minutes(after)} in place of {Minutes(before)}.",
            _ => $"In today's plan {Percent(theirs.OverloadedShare)} of the calls come where the work exceeds the units; with the same posts given to areas anew it would be {Percent(ours.OverloadedShare)}.",
        };
        return new PlanComparison(theirs, ours, note);
    }

    private static string Explain(WorkloadForecast workload, StaffingRequest request, StaffingFigures figures)
    {
        var sentences = new List<string>
        {
            $"{request.Units} units on duty in each shift, {request.From:d MMM yyyy} – {request.From.AddDays(request.Days - 1):d MMM yyyy}.",
            "The plan covers reported incidents only: patrol, calls that led to no report and desk work are not in the data.",
            $"A unit is short where the work at percentile {request.Percentile:0.#} of its forecast would wait longer than {Minutes(request.MaxWaitMinutes)} on the mean; {figures.Unmet} are short over the week's {figures.Shifts} shifts, and {figures.ShiftsOnTarget} of those keep the target over all areas.",
        };
        if (figures.OverloadedShare > 0)
            sentences.Add($"{Percent(figures.OverloadedShare)} of the calls come where the work exceeds the units: their waits have no bound and are in no mean.");
        sentences.Add("Waits are those of a queue with random calls and random lengths of service in each area by itself (Erlang C): units that help out next door would shorten them, travel is part of the service time.");
        if (request.OfficerWeight < 1)
            sentences.Add($"Records that officers start count {Percent(request.OfficerWeight)}.");
        sentences.AddRange(workload.Notes.Select(note => $"Scenario: {note}"));
        return string.Join(' ', sentences);
    }

    private static string Minutes(double minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes:0.#} minutes");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
