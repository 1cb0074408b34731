using GeoCrime.Analytics.Evaluation.Places;
using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;
using GeoCrime.Studies.Emerging;
using GeoCrime.Studies.NearRepeat;
using GeoCrime.Studies.Places;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Stability;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class EmergingHotspotLayerNode(Jurisdiction jurisdiction, EmergingRequest request, LiveRun<EmergingResult> run)
{
    public RunNode Run => new(run.Run);
    public DateOnly From => run.Result.From;
    public DateOnly To => run.Result.To;
    public int Steps => run.Result.Steps;
    public string GeoJsonUrl { get; } = LayerAddress.Of(jurisdiction, request).Of("emerging.geojson");
    public IReadOnlyList<PatternCountNode> Patterns { get; } =
        [.. run.Result.Cells.CountBy(cell => cell.Pattern).OrderBy(count => count.Key).Select(count => new PatternCountNode(count.Key, count.Value))];

    public IReadOnlyList<EmergingHotspotCellNode> Cells(BoundsInput? bbox, bool? patternedOnly) =>
        new MappedList<EmergingCell, EmergingHotspotCellNode>(
            CellBox.Within(run.Result.Cells.Where(cell => patternedOnly != true || cell.Pattern != EmergingPattern.None), run.Result.ShapeInDegrees, bbox),
            cell => new EmergingHotspotCellNode(cell, run.Result));
}

public sealed record PatternCountNode(EmergingPattern Pattern, int Cells);

public sealed class EmergingHotspotCellNode(EmergingCell cell, EmergingResult result)
{
    public string Id => cell.Id;
    public Geometry Geometry => result.ShapeInDegrees(cell);
    public EmergingPattern Pattern => cell.Pattern;
    public int Incidents => cell.Incidents;
    public int HotSteps => cell.HotSteps;
    public int ColdSteps => cell.ColdSteps;
    public double? TrendZ => cell.Trend.Z;
    public double? TrendP => cell.Trend.P;
    public double SenSlope => cell.Trend.SenSlope;
    public double? LastZ => cell.LastZ;
}

public sealed class NearRepeatLayerNode(Jurisdiction jurisdiction, NearRepeatRequest request, LiveRun<NearRepeatResult> run)
{
    public RunNode Run => new(run.Run);
    public int Incidents => run.Result.Events;
    public DateOnly From => run.Result.From;
    public DateOnly AsOf => run.Result.AsOf;
    public IReadOnlyList<KnoxBandNode> Bands { get; } = [.. run.Result.Bands.Select(band => new KnoxBandNode(band))];
    public string GeoJsonUrl { get; } = LayerAddress.Of(jurisdiction, request).Of("near-repeat.geojson");

    public IReadOnlyList<RiskZoneCellNode> Zones(BoundsInput? bbox) =>
        new MappedList<RiskCell, RiskZoneCellNode>(CellBox.Within(run.Result.Zones, run.Result.ShapeInDegrees, bbox), cell => new RiskZoneCellNode(cell, run.Result));
}

public sealed class KnoxBandNode(KnoxBand band)
{
    public double FromMetres => band.FromMetres;
    public double ToMetres => band.ToMetres;
    public int FromDays => band.FromDays;
    public int ToDays => band.ToDays;
    // More pairs than an Int holds are possible; a Float holds them exactly up to 2^53.
    public double Pairs => band.Pairs;
    public double Expected => band.Expected;
    public double? Ratio => double.IsNaN(band.Ratio) ? null : band.Ratio;
    public double P => band.P;
}

public sealed class RiskZoneCellNode(RiskCell cell, NearRepeatResult result)
{
    public string Id => cell.Id;
    public Geometry Geometry => result.ShapeInDegrees(cell);
    public double Risk => cell.Risk;
}

public sealed class PlaceForecastNode(Jurisdiction jurisdiction, PlaceForecastRequest request, LiveRun<PlaceForecastResult> run)
{
    public RunNode Run => new(run.Run);
    public DateOnly AsOf => run.Result.AsOf;
    public int Units => run.Result.Total;
    public ScorecardNode Scorecard => ScorecardNode.Of(run.Result.Scorecard);
    public IReadOnlyList<PlaceMethodNode> Methods { get; } = [.. run.Result.Methods.Select(row => new PlaceMethodNode(row))];
    public string GeoJsonUrl { get; } = LayerAddress.Of(jurisdiction, request).Of("place-forecast.geojson");

    public IReadOnlyList<PlaceForecastCellNode> Cells(BoundsInput? bbox) =>
        new MappedList<PlaceCell, PlaceForecastCellNode>(CellBox.Within(run.Result.Cells, run.Result.ShapeInDegrees, bbox), cell => new PlaceForecastCellNode(cell, run.Result));
}

public sealed class PlaceMethodNode(PlaceMethodRow row)
{
    public string Method => row.Method;
    public double AreaShare => row.AreaShare;
    public EstimateNode? HitRate => EstimateNode.Of(row.HitRate);
    public EstimateNode? Pai => EstimateNode.Of(row.Pai);
    public EstimateNode? Pei => EstimateNode.Of(row.Pei);
    public EstimateNode? Rri => EstimateNode.Of(row.Rri);
}

public sealed record EstimateNode(double Mean, double Lower, double Upper)
{
    public static EstimateNode? Of(BootstrapMean mean) => double.IsNaN(mean.Mean) ? null : new EstimateNode(mean.Mean, mean.Lower, mean.Upper);
}

public sealed class PlaceForecastCellNode(PlaceCell cell, PlaceForecastResult result)
{
    public string Id => cell.Id;
    public Geometry Geometry => result.ShapeInDegrees(cell);
    public int Rank => cell.Rank;
    public double Share => cell.Share;
}

public sealed class HotspotStabilityNode(Jurisdiction jurisdiction, StabilityRequest request, LiveRun<StabilityResult> run)
{
    public RunNode Run => new(run.Run);
    public int Settings => run.Result.Settings;
    public IReadOnlyList<double> CellSizes => run.Result.Sizes;
    public string GeoJsonUrl { get; } = LayerAddress.Of(jurisdiction, request).Of("hotspot-stability.geojson");

    public IReadOnlyList<StableCellNode> Cells(BoundsInput? bbox, bool? significantOnly) =>
        new MappedList<StableCell, StableCellNode>(
            CellBox.Within(run.Result.Cells.Where(cell => significantOnly != true || cell.Hot + cell.Cold > 0), run.Result.ShapeInDegrees, bbox),
            cell => new StableCellNode(cell, run.Result));
}

public sealed class StableCellNode(StableCell cell, StabilityResult result)
{
    public string Id => cell.Id;
    public Geometry Geometry => result.ShapeInDegrees(cell);
    public int Hot => cell.Hot;
    public int Cold => cell.Cold;
    public int Settings => cell.Settings;
}
