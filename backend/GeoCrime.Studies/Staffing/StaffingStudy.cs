using GeoCrime.Analytics.Staffing;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Staffing;

/// <summary>How many units each area needs in each shift, where a given number of them should be, and how long calls then wait.</summary>
/// <remarks>Kolesar et al. (1975), Operations Research 23, 1045–1062; Green (2006), Interfaces and queues in service. What units do not change is kept in memory, so that a question of units only allocates again.</remarks>
public sealed class StaffingStudy(LiveRuns runs, ForecastStudy forecasts)
{
    private const int FewestSimulated = 4000;
    private const int MostSimulated = 60_000;
    private const int RareSimulated = 20_000;
    private const double WaitsToSee = 400;
    private readonly AreaPathStudy paths = new(runs, forecasts);

    /// <exception cref="ArgumentException">A field is out of range or names what the jurisdiction does not have; the message names it.</exception>
    public async Task<LiveRun<StaffingResult>> RunAsync(IncidentColumns columns, StaffingRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Checked();
        var number = columns.KindNumber(request.Kind);
        FilterNames.Check(columns, request.Filter);
        var plan = PostedPlan.Of(request, columns.AreaKinds[number].Areas);
        var window = PlanWindow.Of(columns, request);
        var pathRequest = new AreaPathRequest(request.Kind, window.AsOf, window.Offset + request.Days, false, request.OfficerWeight, request.Filter);
        var (areaPaths, pathKey) = await paths.RunAsync(columns, pathRequest, policy, cancellationToken);
        var identity = RunIdentity.Of(StudyKind.Staffing, columns, new { Request = request, Forecasts = pathKey }, StaffingRequest.Seed, policy);
        var workload = await runs.GetAsync(
            $"workload {pathKey} {RunIdentity.Write(new { request.From, request.Days, request.Scenario })}",
            token => WorkloadForecast.Of(columns, request, areaPaths, window.Offset, window.AsOf, token),
            cancellationToken);
        var scorecard = await runs.GetAsync(
            $"workload score {pathKey} {RunIdentity.Write(request.Shifts)}",
            token => WorkloadScoring.Score(columns, request, areaPaths.Start, token),
            cancellationToken);
        return await runs.GetAsync(identity, _ => StaffingPlanner.Plan(workload, request, plan, scorecard), cancellationToken);
    }

    /// <summary>Simulates each row's queue with its units, call by call, beside what the formula says.</summary>
    /// <param name="run">Of this study.</param>
    /// <returns>One a row, in the same order.</returns>
    public Task<IReadOnlyList<SimulatedRow>> SimulateAsync(LiveRun<StaffingResult> run, StaffingRequest request, CancellationToken cancellationToken) =>
        runs.GetAsync<IReadOnlyList<SimulatedRow>>($"simulation {run.Run.Id}", token =>
        {
            var rows = run.Result.Rows;
            var simulated = new SimulatedRow[rows.Count];
            Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = Environment.ProcessorCount }, row =>
                simulated[row] = new SimulatedRow(rows[row].Staffed.MeanWaitMinutes, Simulate(rows[row], request, row, token), request.MinutesPerIncident));
            return simulated;
        }, cancellationToken);

    private static SimulatedQueue? Simulate(StaffingRow row, StaffingRequest request, int stream, CancellationToken cancellationToken)
    {
        if (row.LoadErlangs == 0 || row.Staffed.MeanWaitMinutes is null)
            return null;
        // The nearer the load comes to the units, the longer a queue remembers; the farther, the fewer calls wait at all: both want more calls.
        var spare = 1 - (row.LoadErlangs / row.Staffed.Units);
        var rare = Math.Min(RareSimulated, WaitsToSee / ErlangC.DelayProbability(row.Staffed.Units, row.LoadErlangs));
        var calls = (int)Math.Clamp(Math.Max(FewestSimulated / (4 * spare * spare), rare), FewestSimulated, MostSimulated);
        return QueueSimulation.Run(row.Staffed.Units, row.LoadErlangs, request.MaxWaitMinutes / request.MinutesPerIncident, calls, StaffingRequest.Seed, stream, cancellationToken);
    }
}
