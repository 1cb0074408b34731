using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Emerging;
using GeoCrime.Studies.NearRepeat;
using GeoCrime.Studies.Places;
using GeoCrime.Studies.Stability;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <summary>What happens where and when: patterns over steps, repeats, places to come, and how far hot spots hold.</summary>
public sealed partial class JurisdictionNode
{
    public async Task<EmergingHotspotLayerNode> EmergingHotspots(IncidentFilterInput? filter, double? cellMetres, int? stepDays, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new EmergingRequest(Input.Checked(filter.OrAll), cellMetres ?? 400, stepDays ?? 28);
        return new EmergingHotspotLayerNode(jurisdiction, request, await StudyAsync<EmergingStudy, EmergingResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<NearRepeatLayerNode> NearRepeat(IncidentFilterInput? filter, IReadOnlyList<double>? metres, IReadOnlyList<int>? days, DistanceMetric? metric, int? permutations, int? seed, double? cellMetres, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new NearRepeatRequest(
            Input.Checked(filter.OrAll), metres ?? NearRepeatRequest.UsualMetres, days ?? NearRepeatRequest.UsualDays, metric ?? DistanceMetric.Manhattan, permutations ?? 999, seed ?? 1, cellMetres ?? 100);
        return new NearRepeatLayerNode(jurisdiction, request, await StudyAsync<NearRepeatStudy, NearRepeatResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<PlaceForecastNode> PlaceForecast(IncidentFilterInput? filter, double? cellMetres, int? horizonDays, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new PlaceForecastRequest(Input.Checked(filter.OrAll), cellMetres ?? 250, horizonDays ?? 28);
        return new PlaceForecastNode(jurisdiction, request, await StudyAsync<PlaceForecastStudy, PlaceForecastResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }

    public async Task<HotspotStabilityNode> HotspotStability(IncidentFilterInput? filter, double? cellMetres, RequestContext context, CancellationToken cancellationToken)
    {
        var request = new StabilityRequest(Input.Checked(filter.OrAll), cellMetres ?? 250);
        return new HotspotStabilityNode(jurisdiction, request, await StudyAsync<StabilityStudy, StabilityResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken));
    }
}
