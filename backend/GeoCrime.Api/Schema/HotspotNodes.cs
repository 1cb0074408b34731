using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Domain;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;
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

    public IEnumerable<HotspotCellNode> Cells(BoundsInput? bbox, bool? significantOnly)
    {
        var box = bbox is null ? null : Input.Checked(bbox.ToPolygon).EnvelopeInternal;
        return run.Result.Units
            .Where(unit => significantOnly != true || unit.Bin != 0)
            .Select(unit => new HotspotCellNode(run.Result, unit))
            .Where(cell => box is null || box.Intersects(cell.Geometry.EnvelopeInternal));
    }
}

public sealed class HotspotCellNode(HotspotResult result, HotspotCell cell)
{
    public string Id => cell.Id;
    public Geometry Geometry { get; } = result.ShapeInDegrees(cell);
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
