using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Series;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <summary>Series over time: who moves, what a series is made of, whether it keeps to a level.</summary>
public sealed partial class JurisdictionNode
{
    private const int MostMovers = 1000;

    public async Task<MoverTableNode> Movers(string kind, int? horizonDays, Direction direction, MoverBaseline? against, double? minExpected, IncidentFilterInput? filter, int? first, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new MoverRequest(kind, horizonDays ?? 30, against ?? MoverBaseline.SameWindowLastYear, minExpected ?? 10, Input.Checked(filter.OrAll));
        var run = await StudyAsync<MoverStudy, MoverResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken);
        var rising = direction == Direction.Increase;
        var movers = run.Result.Movers.Where(mover => rising ? mover.LogRatio > 0 : mover.LogRatio < 0);
        return new MoverTableNode(jurisdiction, run, (rising ? movers : movers.Reverse()).Take(QueryResolvers.PageSize(first ?? 10, MostMovers)));
    }

    public async Task<DecompositionNode> Decomposition(string? kind, string? code, SeriesStep? step, DecompositionMethod? method, IncidentFilterInput? filter, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new SeriesRequest(kind, code, step ?? SeriesStep.Month, Input.Checked(filter.OrAll));
        var used = method ?? DecompositionMethod.Stl;
        return new DecompositionNode(await StudyAsync<DecompositionStudy, DecompositionResult>((study, columns) => study.RunAsync(columns, request, used, AccessPolicy.Local, cancellationToken), context, cancellationToken), used);
    }

    public async Task<SeriesDefectsNode> SeriesDefects(string? kind, string? code, SeriesStep? step, IncidentFilterInput? filter, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new SeriesRequest(kind, code, step ?? SeriesStep.Day, Input.Checked(filter.OrAll));
        return new SeriesDefectsNode(await StudyAsync<DefectsStudy, SeriesDefects>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<SeriesDiagnosticsNode> Diagnostics(string? kind, string? code, SeriesStep? step, int? lags, IncidentFilterInput? filter, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new SeriesRequest(kind, code, step ?? SeriesStep.Month, Input.Checked(filter.OrAll));
        return new SeriesDiagnosticsNode(await StudyAsync<DiagnosticsStudy, SeriesDiagnostics>((study, columns) => study.RunAsync(columns, request, lags ?? 36, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }
}
