using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <summary>Models side by side.</summary>
public sealed partial class JurisdictionNode
{
    public async Task<LeaderboardNode> Leaderboard(
        string? kind, SeriesStep? step, int? horizon, IReadOnlyList<double>? levels, IncidentFilterInput? filter, string? run, RequestContext context, CancellationToken cancellationToken)
    {
        if (run is not null)
            return await OfBacktestAsync(run, context.Get<IRuns>(), cancellationToken);
        var request = new LeaderboardRequest(kind, step ?? SeriesStep.Day, horizon ?? 30, ForecastNode.CheckedLevels(levels ?? [80, 95]), Input.Checked(filter.OrAll));
        var found = await StudyAsync<LeaderboardStudy, LeaderboardResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken);
        return new LeaderboardNode(found.Run, request, found.Result.Table, found.Result);
    }

    private async Task<LeaderboardNode> OfBacktestAsync(string id, IRuns runs, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is not { Study: StudyKind.Backtest } run || run.Jurisdiction != jurisdiction.Code)
            throw Input.Bad($"There is no backtest '{id}' of {jurisdiction.Code}.");
        return run is { State: RunState.Succeeded, Metrics: { } metrics }
            ? new LeaderboardNode(run, RunIdentity.Read<BacktestRequest>(run.Parameters).Of, BacktestStudy.Read(metrics), null)
            : throw Input.Bad($"The backtest '{id}' has no table: it is {run.State.ToString().ToLowerInvariant()}.");
    }
}
