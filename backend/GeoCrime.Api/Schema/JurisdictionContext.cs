using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Nearby;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <summary>Places that may draw incidents, and whether they do.</summary>
public sealed partial class JurisdictionNode
{
    public async Task<IReadOnlyList<PlaceKindNode>> PlaceKinds(RequestContext context, CancellationToken cancellationToken) =>
        PlaceKindNode.Of(await PlacesAsync(null, context, cancellationToken));

    public async Task<IReadOnlyList<ContextPlaceNode>> Places(string kind, RequestContext context, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(kind, context, cancellationToken);
        return places.Count > 0
            ? [.. places.Select(place => new ContextPlaceNode(jurisdiction, place))]
            : throw Input.Bad($"kind is '{kind}'; there are: {string.Join(", ", (await PlaceKinds(context, cancellationToken)).Select(each => each.Code))}.");
    }

    public async Task<PlaceCorrelationNode> PlaceCorrelation(
        string kind, IncidentFilterInput? filter, IReadOnlyList<double>? metres, PlaceControl? against, double? cellMetres, double? bandwidthMetres, int? simulations, int? permutations, int? seed,
        RequestContext context, CancellationToken cancellationToken)
    {
        var request = new PlaceCorrelationRequest(
            kind, Input.Checked(filter.OrAll), metres ?? PlaceCorrelationRequest.UsualMetres, against, cellMetres ?? 250, bandwidthMetres ?? 250, simulations ?? 199, permutations ?? 9_999, seed ?? 1);
        var run = await StudyAsync<PlaceCorrelationStudy, PlaceCorrelationResult>((study, columns) => study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken), context, cancellationToken);
        return new PlaceCorrelationNode(jurisdiction, PlaceKindNode.Of(await PlacesAsync(kind, context, cancellationToken))[0], request, run);
    }

    private Task<IReadOnlyList<ContextPlace>> PlacesAsync(string? kind, RequestContext context, CancellationToken cancellationToken) =>
        context.Get<IContextPlaces>().LoadAsync(jurisdiction, kind, AccessPolicy.Local, cancellationToken);
}
