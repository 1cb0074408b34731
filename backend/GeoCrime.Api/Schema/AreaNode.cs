using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Risk;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class AreaNode(Jurisdiction jurisdiction, Area area)
{
    private const double MostSimplification = 10_000;

    public string Id => NodeIds.Of(jurisdiction, area);
    public string Kind => area.Kind;
    public string Code => area.Code;
    public string Name => area.Name;
    public double SquareKilometres => area.SquareKilometres;
    public int? Population => area.Population;

    public Geometry Geometry(double? simplifyMetres) =>
        simplifyMetres is null or 0 ? area.Geometry : jurisdiction.Projection.ToDegrees(Simplified(jurisdiction.Projection.ToMetres(area.Geometry), simplifyMetres));

    /// <summary>A geometry in metres, its corners at most so far off.</summary>
    internal static Geometry Simplified(Geometry metres, double? simplifyMetres) => simplifyMetres switch
    {
        null or 0 => metres,
        > 0 and <= MostSimplification => TopologyPreservingSimplifier.Simplify(metres, simplifyMetres.Value),
        _ => throw new GraphQL.Errors.GraphQLException($"simplifyMetres is {simplifyMetres}; 0…{MostSimplification} is allowed.", GraphQL.Errors.ErrorCodes.BadUserInput),
    };

    public async Task<int> Incidents(IncidentFilterInput? filter, RequestContext context, CancellationToken cancellationToken)
    {
        var columns = await context.Get<IIncidentColumns>().GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var kind = columns.KindNumber(area.Kind);
        var index = columns.AreaKinds[kind].Areas.ToList().FindIndex(each => each.Code == area.Code);
        var rows = Input.Checked(RowFilter.Apply, columns, Input.Checked(filter.OrAll), cancellationToken);
        return rows.Rows().Count(each => each.Chunk.Area[kind][each.Row] == index);
    }

    public async Task<RiskScoreNode?> Risk(DateOnly? asOf, int? horizonDays, RequestContext context, CancellationToken cancellationToken)
    {
        var columns = await context.Get<IIncidentColumns>().GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var request = new RiskRequest(area.Kind, asOf, horizonDays ?? 28, new RiskWeights(), RiskBasis.Count, false, IncidentFilter.All);
        var run = await Input.CheckedAsync(() => context.Get<RiskStudy>().RunAsync(columns, request, AccessPolicy.Local, cancellationToken));
        return run.Result.Scores.FirstOrDefault(score => score.Area.Code == area.Code) is { } score ? new RiskScoreNode(jurisdiction, score) : null;
    }

    public async Task<ForecastNode?> Forecast(SeriesStep? step, int? horizon, ForecastModel? model, RequestContext context, CancellationToken cancellationToken) =>
        await ForecastNode.ReadAsync(jurisdiction, area.Kind, [area.Code], step ?? SeriesStep.Day, horizon ?? 30, model ?? ForecastModel.Best, [80, 95], IncidentFilter.All, null, context, cancellationToken) is [var forecast, ..]
            ? forecast
            : null;
}
