using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Staffing;

namespace GeoCrime.Cli;

/// <summary>A staffing plan as JSON: the figures of the API, without outlines of areas.</summary>
internal static class StaffingJson
{
    public static object Of(LiveRun<StaffingResult> run, IReadOnlyList<SimulatedRow>? simulated)
    {
        var plan = run.Result;
        return new
        {
            run = new { run.Run.Id, run.Run.Jurisdiction, run.Run.DatasetVersion, run.Run.CodeVersion, run.Run.Seed, run.Run.Parameters },
            plan.Figures,
            totalUnits = plan.PostsADay,
            plan.Headcount,
            plan.Explanation,
            plan.Warnings,
            scorecard = new { plan.Scorecard.Origins, plan.Scorecard.Mae, baselines = plan.Scorecard.Baselines.Select(each => new { each.Name, each.Mae }), plan.Scorecard.BeatsBaseline, plan.Scorecard.Note },
            plan.Curve,
            plan.Baseline,
            plan.Comparison,
            rows = plan.Rows.Select((row, number) => new
            {
                area = row.Area.Code,
                weekday = StaffingCsv.Weekday(row.Weekday),
                shift = row.Shift.Name,
                row.ExpectedIncidents,
                row.LoadErlangs,
                row.Staffed.Units,
                requiredUnits = row.Required,
                requiredUnitsP50 = row.Required50,
                requiredUnitsP80 = row.Required80,
                requiredUnitsP95 = row.Required95,
                row.Staffed.MeanWaitMinutes,
                probabilityWithinTarget = row.Staffed.WithinTarget,
                currentPlan = row.Planned,
                row.Baseline,
                simulated = simulated?[number] is { Queue: not null } queue ? new { queue.MeanWaitMinutes, lower = queue.LowerMinutes, upper = queue.UpperMinutes } : null,
            }),
        };
    }
}
