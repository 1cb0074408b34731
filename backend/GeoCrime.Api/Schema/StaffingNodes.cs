using GeoCrime.Domain;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Staffing;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class StaffingPlanNode
{
    private readonly Jurisdiction jurisdiction;
    private readonly StaffingRequest request;
    private readonly LiveRun<StaffingResult> run;
    private readonly Func<CancellationToken, Task<IReadOnlyList<SimulatedRow>>> simulate;

    internal StaffingPlanNode(Jurisdiction jurisdiction, StaffingRequest request, LiveRun<StaffingResult> run, StaffingStudy study)
    {
        (this.jurisdiction, this.request, this.run) = (jurisdiction, request, run);
        simulate = token => study.SimulateAsync(run, request, token);
        Scorecard = ScorecardNode.Of(run.Result.Scorecard);
        Rows = [.. run.Result.Rows.Select((row, number) => new StaffingRowNode(jurisdiction, row, async token => (await simulate(token))[number]))];
        Baseline = run.Result.Baseline is { } baseline ? new StaffingFiguresNode(baseline) : null;
        Comparison = run.Result.Comparison is { } comparison ? new PlanComparisonNode(comparison) : null;
    }

    public RunNode Run => new(run.Run);
    public ScorecardNode Scorecard { get; }
    public IReadOnlyList<string> Shifts => [.. request.Shifts.Select(shift => shift.Name)];
    public IReadOnlyList<StaffingRowNode> Rows { get; }
    public int TotalUnits => run.Result.PostsADay;
    public double Headcount => run.Result.Headcount;
    public int Unmet => run.Result.Figures.Unmet;
    public string Explanation => run.Result.Explanation;
    public IReadOnlyList<string> Warnings => run.Result.Warnings;
    public StaffingFiguresNode Figures => new(run.Result.Figures);
    public IReadOnlyList<StaffingFiguresNode> Curve => [.. run.Result.Curve.Select(each => new StaffingFiguresNode(each))];
    public StaffingFiguresNode? Baseline { get; }
    public PlanComparisonNode? Comparison { get; }

    [Cost(50)]
    public async Task<StaffingSimulationNode> Simulation(CancellationToken cancellationToken) => StaffingSimulationNode.Of(run.Result, await simulate(cancellationToken));

    public string? CsvUrl()
    {
        try
        {
            return $"/staffing/{jurisdiction.Code}.csv?p={ParameterToken.Write(request)}";
        }
        catch (GraphQLException)
        {
            // A long plan of today's does not fit into an address; the page still has the rows.
            return null;
        }
    }
}

public sealed class StaffingRowNode(Jurisdiction jurisdiction, StaffingRow row, Func<CancellationToken, Task<SimulatedRow>> simulate)
{
    public AreaNode Area => new(jurisdiction, row.Area);
    public string Shift => row.Shift.Name;
    public Weekday Weekday => (Weekday)row.Weekday;
    public double ExpectedIncidents => row.ExpectedIncidents;
    public double LoadErlangs => row.LoadErlangs;
    public int Units => row.Staffed.Units;
    public int RequiredUnits => row.Required;
    public int RequiredUnitsP50 => row.Required50;
    public int RequiredUnitsP80 => row.Required80;
    public int RequiredUnitsP95 => row.Required95;
    public double? MeanWaitMinutes => row.Staffed.MeanWaitMinutes;
    public double ProbabilityWithinTarget => row.Staffed.WithinTarget;
    public StaffedWaitNode? CurrentPlan => row.Planned is { } planned ? new StaffedWaitNode(planned.Units, planned.MeanWaitMinutes, planned.WithinTarget) : null;
    public StaffingBaselineNode? Baseline => row.Baseline is { } baseline
        ? new StaffingBaselineNode(baseline.ExpectedIncidents, baseline.Required, baseline.Staffed.Units, baseline.Staffed.MeanWaitMinutes, baseline.Staffed.WithinTarget)
        : null;

    public async Task<SimulatedWaitNode?> Simulated(CancellationToken cancellationToken) => await simulate(cancellationToken) is { Queue: { } queue } simulated
        ? new SimulatedWaitNode(simulated.MeanWaitMinutes!.Value, simulated.LowerMinutes, simulated.UpperMinutes, queue.WithinTarget, queue.Calls)
        : null;
}

public sealed record StaffedWaitNode(int Units, double? MeanWaitMinutes, double ProbabilityWithinTarget);

public sealed record StaffingBaselineNode(double ExpectedIncidents, int RequiredUnits, int Units, double? MeanWaitMinutes, double ProbabilityWithinTarget);

public sealed class StaffingFiguresNode(StaffingFigures figures)
{
    public double Units => figures.Units;
    public int Unmet => figures.Unmet;
    public double? MeanWaitMinutes => figures.MeanWaitMinutes;
    public double ProbabilityWithinTarget => figures.WithinTarget;
    public double OverloadedShare => figures.OverloadedShare;
    public int ShiftsOnTarget => figures.ShiftsOnTarget;
    public int Shifts => figures.Shifts;
}

public sealed class PlanComparisonNode(PlanComparison comparison)
{
    public StaffingFiguresNode CurrentPlan => new(comparison.Planned);
    public StaffingFiguresNode SamePosts => new(comparison.SamePosts);
    public string Note => comparison.Note;
}

public sealed record SimulatedWaitNode(double MeanWaitMinutes, double? Lower, double? Upper, double ProbabilityWithinTarget, int Calls);

public sealed record StaffingSimulationNode(int Rows, int Inside, double? MeanWaitMinutes, double? FormulaMinutes, string Note)
{
    internal static StaffingSimulationNode Of(StaffingResult plan, IReadOnlyList<SimulatedRow> simulated)
    {
        var judged = simulated.Count(row => row.FormulaInside is not null);
        var inside = simulated.Count(row => row.FormulaInside == true);
        var pairs = plan.Rows.Zip(simulated).Where(pair => pair.Second.Queue is not null).ToList();
        var load = pairs.Sum(pair => pair.First.LoadErlangs);
        return new StaffingSimulationNode(
            judged,
            inside,
            load > 0 ? pairs.Sum(pair => pair.First.LoadErlangs * pair.Second.MeanWaitMinutes!.Value) / load : null,
            load > 0 ? pairs.Sum(pair => pair.First.LoadErlangs * pair.Second.FormulaMinutes!.Value) / load : null,
            judged == 0
                ? "No row has a bounded wait to simulate."
                : $"In {inside} of {judged} simulated rows the formula's wait lies in the simulation's own 95 % interval.");
    }
}
