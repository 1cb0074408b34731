using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Places;
using GeoCrime.Domain;
using GeoCrime.Studies.Nearby;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;
using Quadrant = GeoCrime.Analytics.Autocorrelation.Quadrant;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed record PlaceKindNode(string Code, string Label, int Places)
{
    public static IReadOnlyList<PlaceKindNode> Of(IEnumerable<ContextPlace> places) =>
        [.. places.GroupBy(place => place.Kind).Select(kind => new PlaceKindNode(kind.Key, kind.First().KindLabel, kind.Count()))];
}

public sealed class ContextPlaceNode(Jurisdiction jurisdiction, ContextPlace place)
{
    public string Id => $"{jurisdiction.Code}:{place.Kind}:{place.SourceId}";
    public string? Name => place.Name;
    public Geometry Location => new Point(place.Longitude, place.Latitude);
}

public sealed class PlaceCorrelationNode(Jurisdiction jurisdiction, PlaceKindNode kind, PlaceCorrelationRequest request, LiveRun<PlaceCorrelationResult> run)
{
    /// <summary>Adjusted p below which a cell counts as significant.</summary>
    private const double Significant = 0.10;

    public RunNode Run => new(run.Run);
    public PlaceKindNode Kind => kind;
    public int Incidents => run.Result.Incidents;
    public PlaceControl Against => run.Result.Control;
    public IReadOnlyList<PlaceDistanceNode> Distances { get; } = [.. run.Result.Distances.Select(band => new PlaceDistanceNode(band))];
    public IReadOnlyList<CrossKNode> CrossK { get; } = [.. run.Result.CrossK.Select(row => new CrossKNode(row))];
    public double? DensityPearson => Known(run.Result.Densities.Pearson);
    public double? DensitySpearman => Known(run.Result.Densities.Spearman);
    public BivariateMoranNode? Moran => run.Result.Moran is { } moran ? new BivariateMoranNode(moran) : null;
    public string GeoJsonUrl { get; } = LayerAddress.Of(jurisdiction, request).Of("place-correlation.geojson");

    public IReadOnlyList<PlaceCorrelationCellNode> Cells(BoundsInput? bbox, bool? significantOnly) =>
        new MappedList<PlaceCorrelationCell, PlaceCorrelationCellNode>(
            CellBox.Within(run.Result.Cells.Where(cell => significantOnly != true || cell.AdjustedP < Significant), run.Result.ShapeInDegrees, bbox),
            cell => new PlaceCorrelationCellNode(cell, run.Result));

    internal static double? Known(double value) => double.IsFinite(value) ? value : null;
}

public sealed class PlaceDistanceNode(PlaceDistanceBand band)
{
    public double FromMetres => band.FromMetres;
    public double? ToMetres => PlaceCorrelationNode.Known(band.ToMetres);
    public int Incidents => band.Events;
    public double SquareKilometres => band.SquareKilometres;
    public double? PerSquareKilometre => PlaceCorrelationNode.Known(band.PerSquareKilometre);
    public double? Ratio => PlaceCorrelationNode.Known(band.Ratio);
    public double P => band.P;
}

public sealed class CrossKNode(CrossKRow row)
{
    public double Metres => row.Metres;
    public double PlacesPerIncident => row.PlacesPerEvent;
    public double Expected => row.Expected;
    public double Lower => row.Lower;
    public double Upper => row.Upper;
    public double P => row.P;
}

public sealed class BivariateMoranNode(BivariateMoran moran)
{
    public double Value => moran.I;
    public double Expected => moran.Expected;
    public double P => moran.P;
}

public sealed class PlaceCorrelationCellNode(PlaceCorrelationCell cell, PlaceCorrelationResult result)
{
    public string Id => cell.Id;
    public Geometry Geometry => result.ShapeInDegrees(cell);
    public int Incidents => cell.Incidents;
    public int Places => cell.Places;
    public Quadrant Quadrant => cell.Quadrant;
    public double Value => cell.I;
    public double PseudoP => cell.PseudoP;
    public double AdjustedP => cell.AdjustedP;
}
