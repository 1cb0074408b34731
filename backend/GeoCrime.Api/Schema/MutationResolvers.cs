using GeoCrime.Analytics.Forecasting;
using GeoCrime.Api.Jobs;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Errors;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed record StartForecastInput(string Jurisdiction, string? Kind, ForecastModel Model, SeriesStep? Step, int? Horizon, IncidentFilterInput? Filter, int? Epochs = null, int? Seed = null);

public sealed record StartBacktestInput(
    string Jurisdiction, string? Kind, SeriesStep? Step, int? Horizon, int? Origins, IReadOnlyList<ForecastModel>? Models, IReadOnlyList<double>? Levels, IncidentFilterInput? Filter);

public sealed partial class MutationResolvers(Gazetteer gazetteer, IIncidentColumns snapshots, IRuns runs, JobQueue jobs)
{
    public async Task<RunNode> StartForecast(StartForecastInput input, CancellationToken cancellationToken)
    {
        if (!ForecastStudy.Trained.Contains(input.Model))
            throw new GraphQLException(
                $"{ForecastStudy.ContractName(input.Model)} needs no run: plain models are fitted, and BEST is chosen, when a query asks. A run trains one of {string.Join(", ", ForecastStudy.Trained.Select(ForecastStudy.ContractName))}.",
                ErrorCodes.BadUserInput);
        var columns = await ColumnsAsync(input.Jurisdiction, cancellationToken);
        var request = Input.Checked(() => new ForecastRequest(input.Kind, input.Model, input.Step ?? SeriesStep.Day, input.Horizon ?? 30, input.Filter.OrAll(), Training(input)).Checked());
        return new RunNode(await Input.CheckedAsync(() => jobs.StartForecastAsync(columns, request, cancellationToken)));
    }

    public async Task<RunNode> StartBacktest(StartBacktestInput input, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(input.Jurisdiction, cancellationToken);
        var request = Input.Checked(() => new BacktestRequest(
            new LeaderboardRequest(input.Kind, input.Step ?? SeriesStep.Day, input.Horizon ?? 30, ForecastNode.CheckedLevels(input.Levels ?? [80, 95]), input.Filter.OrAll()),
            input.Models ?? BacktestRequest.Standard, input.Origins ?? 6).Checked());
        return new RunNode(await Input.CheckedAsync(() => jobs.StartBacktestAsync(columns, request, cancellationToken)));
    }

    private async Task<IncidentColumns> ColumnsAsync(string code, CancellationToken cancellationToken)
    {
        var jurisdiction = await gazetteer.FindAsync(code, AccessPolicy.Local, cancellationToken)
            ?? throw new GraphQLException($"There is no jurisdiction '{code}'.", ErrorCodes.BadUserInput);
        return await snapshots.GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
    }

    private static TrainingChoice? Training(StartForecastInput input) => input.Epochs is null && input.Seed is null ? null : new TrainingChoice(input.Epochs, input.Seed);

    public async Task<RunNode> CancelRun(string id, CancellationToken cancellationToken)
    {
        await runs.CancelAsync(id, cancellationToken);
        return await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is { } run
            ? new RunNode(run)
            : throw new GraphQLException($"There is no run '{id}'.", ErrorCodes.BadUserInput);
    }
}
