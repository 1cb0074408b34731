using GeoCrime.Domain;
using GeoCrime.Studies.Emerging;
using GeoCrime.Studies.Nearby;
using GeoCrime.Studies.NearRepeat;
using GeoCrime.Studies.Places;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Stability;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Layers;

/// <summary>Emerging hot spots, near-repeat risk, predicted places, stability of hot spots and correlation with places as GeoJSON.</summary>
internal static class SpaceTimeLayers
{
    public static void MapSpaceTime(this RouteGroupBuilder layers)
    {
        layers.MapGet("emerging.geojson", (string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, EmergingStudy study, CancellationToken cancellationToken) =>
            FeatureLayer.AnswerAsync<EmergingRequest, EmergingResult>("emerging", jurisdiction, p, context, gazetteer, study.RunAsync, result => result.Cells.Select(cell => (result.ShapeInDegrees(cell), (object)new
            {
                id = cell.Id,
                reportedIncidents = cell.Incidents,
                pattern = SchemaNames.Of(cell.Pattern),
                hotSteps = cell.HotSteps,
                coldSteps = cell.ColdSteps,
                trendZ = cell.Trend.Z,
                trendP = cell.Trend.P,
                lastZ = cell.LastZ,
            })), cancellationToken));
        layers.MapGet("near-repeat.geojson", (string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, NearRepeatStudy study, CancellationToken cancellationToken) =>
            FeatureLayer.AnswerAsync<NearRepeatRequest, NearRepeatResult>("near-repeat", jurisdiction, p, context, gazetteer, study.RunAsync, result => result.Zones.Select(cell => (result.ShapeInDegrees(cell), (object)new
            {
                id = cell.Id,
                risk = cell.Risk,
            })), cancellationToken));
        layers.MapGet("place-forecast.geojson", (string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, PlaceForecastStudy study, CancellationToken cancellationToken) =>
            FeatureLayer.AnswerAsync<PlaceForecastRequest, PlaceForecastResult>("place-forecast", jurisdiction, p, context, gazetteer, study.RunAsync, result => result.Cells.Select(cell => (result.ShapeInDegrees(cell), (object)new
            {
                id = cell.Id,
                rank = cell.Rank,
                share = cell.Share,
            })), cancellationToken));
        layers.MapGet("hotspot-stability.geojson", (string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, StabilityStudy study, CancellationToken cancellationToken) =>
            FeatureLayer.AnswerAsync<StabilityRequest, StabilityResult>("hotspot-stability", jurisdiction, p, context, gazetteer, study.RunAsync, result => result.Cells.Select(cell => (result.ShapeInDegrees(cell), (object)new
            {
                id = cell.Id,
                hot = cell.Hot,
                cold = cell.Cold,
                settings = cell.Settings,
            })), cancellationToken));
        layers.MapGet("place-correlation.geojson", (string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, PlaceCorrelationStudy study, CancellationToken cancellationToken) =>
            FeatureLayer.AnswerAsync<PlaceCorrelationRequest, PlaceCorrelationResult>("place-correlation", jurisdiction, p, context, gazetteer, study.RunAsync, result => result.Cells.Select(cell => (result.ShapeInDegrees(cell), (object)new
            {
                id = cell.Id,
                reportedIncidents = cell.Incidents,
                places = cell.Places,
                quadrant = SchemaNames.Of(cell.Quadrant),
                value = cell.I,
                pseudoP = cell.PseudoP,
                adjustedP = cell.AdjustedP,
            })), cancellationToken));
    }
}
