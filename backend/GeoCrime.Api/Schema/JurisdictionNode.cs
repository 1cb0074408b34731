using GeoCrime.Analytics.Density;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Changes;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Clusters;
using GeoCrime.Studies.Counts;
using GeoCrime.Studies.Density;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Staffing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed partial class JurisdictionNode(Jurisdiction jurisdiction)
{
    private const int MostCounts = 100_000;
    private const int MostIncidents = 1000;

    public string Id => NodeIds.Of(jurisdiction);
    public string Code => jurisdiction.Code;
    public string Name => jurisdiction.Name;
    public string TimeZone => jurisdiction.TimeZone;
    public string AnalysisCrs => $"EPSG:{jurisdiction.AnalysisSrid}";
    public bool Synthetic => jurisdiction.Synthetic;

    public async Task<Bounds?> Bounds(RequestContext context, CancellationToken cancellationToken) =>
        City.Of(await ColumnsAsync(context, cancellationToken)).DegreeBounds(jurisdiction.Projection) is { } box
            ? new Bounds(box.West, box.South, box.East, box.North)
            : null;

    public async Task<Geometry?> Outline(double? simplifyMetres, RequestContext context, CancellationToken cancellationToken) =>
        City.Of(await ColumnsAsync(context, cancellationToken)).Outline is { } city
            ? jurisdiction.Projection.ToDegrees(AreaNode.Simplified(city, simplifyMetres))
            : null;

    public async Task<DatasetNode> Dataset(RequestContext context, CancellationToken cancellationToken) =>
        DatasetNode.Of(await ColumnsAsync(context, cancellationToken), await context.Get<IJurisdictions>().QualityAsync(jurisdiction, AccessPolicy.Local, cancellationToken));

    public async Task<IReadOnlyList<AreaKindNode>> AreaKinds(RequestContext context, CancellationToken cancellationToken) =>
        // The finest kind first: it is what a map starts with.
        [.. (await ColumnsAsync(context, cancellationToken)).AreaKinds.OrderByDescending(kind => kind.Areas.Count).Select(kind => new AreaKindNode(kind.Kind, kind.Label, kind.Areas.Count))];

    public async Task<IReadOnlyList<CategoryNode>> OffenceCategories(RequestContext context, CancellationToken cancellationToken) =>
        [.. (await ColumnsAsync(context, cancellationToken)).Categories.Select(category => new CategoryNode(jurisdiction, category)).OrderByDescending(node => node.Severity).ThenBy(node => node.Label, StringComparer.Ordinal)];

    public async Task<IReadOnlyList<AreaNode>> Areas(string kind, WhereInput? within, RequestContext context, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(context, cancellationToken);
        var areas = columns.AreaKinds[Input.Checked(() => columns.KindNumber(kind))].Areas;
        var wanted = within is null ? areas : [.. areas.Where(Input.Checked(() => AreaPlaces.Test(columns, within.ToPlace())))];
        return [.. wanted.Select(area => new AreaNode(jurisdiction, area))];
    }

    public async Task<AreaNode?> Area(string kind, string code, RequestContext context, CancellationToken cancellationToken) =>
        (await ColumnsAsync(context, cancellationToken)).AreaKinds.FirstOrDefault(each => each.Kind == kind)?.Areas.FirstOrDefault(area => area.Code == code) is { } found
            ? new AreaNode(jurisdiction, found)
            : null;

    public async Task<IncidentConnection> Incidents(IncidentFilterInput? filter, int? first, string? after, IncidentOrder? orderBy, RequestContext context, CancellationToken cancellationToken)
    {
        var count = QueryResolvers.PageSize(first ?? 100, MostIncidents);
        var order = orderBy ?? IncidentOrder.OccurredDesc;
        var wanted = Input.Checked(filter.OrAll);
        var rows = Input.Checked(RowFilter.Apply, await ColumnsAsync(context, cancellationToken), wanted, cancellationToken);
        var request = new IncidentPageRequest(order, count, IncidentCursors.Read(after, order));
        var page = await context.Get<IIncidents>().PageAsync(jurisdiction, wanted, request, AccessPolicy.Local, cancellationToken);
        var edges = page.Incidents.Select(incident => new IncidentEdge(IncidentCursors.Write(incident, order), new IncidentNode(jurisdiction, incident))).ToList();
        return new IncidentConnection(edges, new PageInfo(page.HasNext, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), rows.Count);
    }

    public async Task<IReadOnlyList<CountRow>> Counts(IReadOnlyList<CountDimension> by, string? areaKind, IncidentFilterInput? filter, int? first, RequestContext context, CancellationToken cancellationToken)
    {
        var most = QueryResolvers.PageSize(first ?? 10_000, MostCounts);
        var columns = await ColumnsAsync(context, cancellationToken);
        return Input.Checked(() => CountStudy.Count(RowFilter.Apply(columns, filter.OrAll(), cancellationToken), by, areaKind)) is var rows && rows.Count > most ? [.. rows.Take(most)] : rows;
    }

    public async Task<DensityNode> Density(IncidentFilterInput? filter, DensityKernel? kernel, double? bandwidthMetres, bool? adaptive, double? cellMetres, BandwidthRule? bandwidthRule, bool? edgeCorrected, DensityWeight? weight, double? halfLifeDays, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new DensityRequest(
            Input.Checked(filter.OrAll), kernel ?? DensityKernel.Gaussian, bandwidthMetres, cellMetres, bandwidthRule ?? BandwidthRule.Scott, adaptive ?? false, edgeCorrected ?? false, weight ?? DensityWeight.Incidents, halfLifeDays);
        return new DensityNode(jurisdiction, request, await StudyAsync<DensityStudy, DensityResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<DensityChangeNode> DensityChange(IncidentFilterInput filter, MoverBaseline? against, DateOnly? baselineFrom, DateOnly? baselineTo, DensityKernel? kernel, double? bandwidthMetres, double? cellMetres, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new DensityChangeRequest(Input.Checked(filter.ToFilter), against ?? MoverBaseline.SameWindowLastYear, baselineFrom, baselineTo, kernel ?? DensityKernel.Gaussian, bandwidthMetres, cellMetres);
        return new DensityChangeNode(jurisdiction, request, await StudyAsync<DensityChangeStudy, DensityChangeResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<DensityFramesNode> DensityFrames(IncidentFilterInput filter, int? stepDays, double? timeBandwidthDays, double? bandwidthMetres, double? cellMetres, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new DensityFrameRequest(Input.Checked(filter.ToFilter), stepDays ?? 7, timeBandwidthDays ?? 14, bandwidthMetres, cellMetres);
        return new DensityFramesNode(jurisdiction, request, await StudyAsync<DensityFrameStudy, DensityFrameResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<ChangeTableNode> Changes(IncidentFilterInput filter, string? kind, bool? byCategory, MoverBaseline? against, DateOnly? baselineFrom, DateOnly? baselineTo, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new ChangeRequest(Input.Checked(filter.ToFilter), kind, byCategory ?? false, against ?? MoverBaseline.SameWindowLastYear, baselineFrom, baselineTo);
        return new ChangeTableNode(jurisdiction, await StudyAsync<ChangeStudy, ChangeResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<ClusterLayerNode> Clusters(IncidentFilterInput? filter, ClusterMethod? method, double? epsilonMetres, int? minPoints, double? epsilonDays, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new ClusterRequest(Input.Checked(filter.OrAll), epsilonMetres ?? 150, minPoints ?? 25, method ?? ClusterMethod.Dbscan, epsilonDays);
        return new ClusterLayerNode(jurisdiction, request, await StudyAsync<ClusterStudy, ClusterResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<HotspotLayerNode> Hotspots(IncidentFilterInput? filter, HotspotUnit? unit, double? cellMetres, string? areaKind, int? permutations, int? seed, bool? perResident, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new HotspotRequest(Input.Checked(filter.OrAll), unit ?? HotspotUnit.Hexagon, cellMetres ?? 250, permutations ?? 999, seed ?? 1, areaKind, perResident ?? false);
        return new HotspotLayerNode(jurisdiction, request, await StudyAsync<HotspotStudy, HotspotResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<RiskLayerNode> RiskScores(
        string kind, DateOnly? asOf, int? horizonDays, RiskWeights? weights, RiskBasis? per, bool? severityWeighted, IncidentFilterInput? filter,
        string? offenceGroup, double? officerInitiatedWeight, ScenarioInput? scenario, RequestContext context, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(context, cancellationToken);
        var wanted = Input.Checked(() => OffenceGroups.Within(filter.OrAll(), offenceGroup, columns));
        var request = new RiskRequest(
            kind, asOf, horizonDays ?? 28, weights ?? new RiskWeights(), per ?? RiskBasis.Count, severityWeighted ?? false, wanted, officerInitiatedWeight ?? 1, scenario?.ToScenario());
        return new RiskLayerNode(jurisdiction, columns, request, await Input.CheckedAsync(() => context.Get<RiskStudy>().RunAsync(columns, request, AccessPolicy.Local, cancellationToken)));
    }

    public async Task<IReadOnlyList<ForecastNode>> Forecasts(string? kind, IReadOnlyList<string>? codes, SeriesStep? step, int? horizon, ForecastModel? model, IReadOnlyList<double>? levels, IncidentFilterInput? filter, string? coherentWith, RequestContext context, CancellationToken cancellationToken) =>
        await ForecastNode.ReadAsync(jurisdiction, kind, codes, step ?? SeriesStep.Day, horizon ?? 30, model ?? ForecastModel.Best, levels ?? [80, 95], Input.Checked(filter.OrAll), coherentWith, context, cancellationToken);

    public async Task<StaffingPlanNode> Staffing(StaffingInput input, RequestContext context, CancellationToken cancellationToken)
    {
        var request = Input.Checked(input.ToRequest);
        var (columns, study) = (await ColumnsAsync(context, cancellationToken), context.Get<StaffingStudy>());
        return new StaffingPlanNode(jurisdiction, request, await Input.CheckedAsync(() => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)), study);
    }

    private async Task<LiveRun<TResult>> StudyAsync<TStudy, TResult>(Func<TStudy, IncidentColumns, Task<LiveRun<TResult>>> run, RequestContext context, CancellationToken cancellationToken)
        where TStudy : notnull
        where TResult : class
    {
        var columns = await ColumnsAsync(context, cancellationToken);
        return await Input.CheckedAsync(() => run(context.Get<TStudy>(), columns));
    }

    private Task<IncidentColumns> ColumnsAsync(RequestContext context, CancellationToken cancellationToken) =>
        context.Get<IIncidentColumns>().GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
}

public sealed record Bounds(double West, double South, double East, double North);

public sealed record AreaKindNode(string Code, string Label, int Areas);
