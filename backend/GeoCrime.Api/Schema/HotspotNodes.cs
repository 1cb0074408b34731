using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Domain;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;
using Quadrant = GeoCrime.Analytics.Autocorrelation.Quadrant;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class HotspotLayerNode(Jurisdiction jurisdiction, HotspotRequest request, LiveRun<HotspotResult> run)
{
    private readonly LayerAddress layer = LayerAddress.Of(jurisdiction, request);

    public RunNode Run => new(run.Run);
    public int Units => run.Result.Units.Count;
    public int Hot => run.Result.Units.Count(unit => unit.Bin > 0);
    public int Cold => run.Result.Units.Count(unit => unit.Bin < 0);
    public string TilesUrl => $"/tiles/{jurisdiction.Code}/hotspots/{{z}}/{{x}}/{{y}}.mvt?p={layer.Token}";
    public string GeoJsonUrl => layer.Of("hotspots.geojson");
    public GlobalStatistic? Moran => run.Result.Alikeness.Moran;
    public GlobalStatistic? Geary => run.Result.Alikeness.Geary;
    public GlobalStatistic? GeneralG => run.Result.Alikeness.G;

    public IReadOnlyList<HotspotCellNode> Cells(BoundsInput? bbox, bool? significantOnly)
    {
        var box = bbox is null ? null : Input.Checked(bbox.ToPolygon).EnvelopeInternal;
        var units = run.Result.Units;
        if (significantOnly == true)
            units = [.. units.Where(unit => unit.Bin != 0)];
        if (box is not null)
            units = [.. units.Where(unit => box.Intersects(run.Result.ShapeInDegrees(unit).EnvelopeInternal))];
        return Nodes(run.Result, units);
    }

    public static IReadOnlyList<HotspotCellNode> Nodes(HotspotResult result, IReadOnlyList<HotspotCell> units) =>
        new MappedList<HotspotCell, HotspotCellNode>(units, unit => new HotspotCellNode(unit, result));
}

public sealed class HotspotCellNode(HotspotCell cell, HotspotResult result)
{
    public string Id => cell.Id;
    public CellOutline Geometry => new(cell, result);
    public int Incidents => cell.Incidents;
    public double? Rate => cell.Rate;
    public double? Z => cell.Z;
    public double? P => cell.P;
    public double? ExactP => cell.ExactP;
    public double? PseudoP => cell.PseudoP;
    public int Bin => cell.Bin;
    public LocalMoranNode? LocalMoran => result.LocalMoranOf(cell) is var (quadrant, value, p) ? new LocalMoranNode(quadrant, value, p) : null;
}

public sealed record LocalMoranNode(Quadrant Quadrant, double Value, double P);
