using System.Runtime.InteropServices;
using GeoCrime.Domain;
using GeoCrime.Studies.Clusters;
using GeoCrime.Studies.Counts;
using GeoCrime.Studies.Density;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class DensityNode(Jurisdiction jurisdiction, DensityRequest request, LiveRun<DensityResult> run)
{
    private readonly string token = ParameterToken.Write(request);

    public RunNode Run => new(run.Run);
    public int Columns => run.Result.Surface.Grid.Columns;
    public int Rows => run.Result.Surface.Grid.Rows;
    public double CellMetres => run.Result.Surface.Grid.CellMetres;
    public double BandwidthMetres => run.Result.BandwidthMetres;
    public Bounds Bounds => ImageBounds;
    public double OriginX => run.Result.Surface.Grid.OriginX;
    public double OriginY => run.Result.Surface.Grid.OriginY;
    public double Max => run.Result.Surface.Max;
    public int Incidents => run.Result.Incidents;
    public string ValuesUrl => $"/layers/{jurisdiction.Code}/density.float32?p={token}";
    public string ImageUrl => $"/layers/{jurisdiction.Code}/density.png?p={token}";

    public ReadOnlyMemory<byte>? Values() => Columns <= DensityStudy.DefaultSide && Rows <= DensityStudy.DefaultSide
        ? MemoryMarshal.AsBytes(run.Result.Surface.PerSquareKilometre.AsSpan()).ToArray()
        : null;

    public Bounds ImageBounds
    {
        get
        {
            var (west, south, east, north) = WebMercatorImage.Bounds(run.Result.Surface.Grid, jurisdiction.Projection);
            return new Bounds(west, south, east, north);
        }
    }
}

public sealed class ClusterLayerNode(Jurisdiction jurisdiction, ClusterRequest request, LiveRun<ClusterResult> run)
{
    public RunNode Run => new(run.Run);
    public int Clustered => run.Result.Clustered;
    public int Noise => run.Result.Noise;
    public string GeoJsonUrl { get; } = $"/layers/{jurisdiction.Code}/clusters.geojson?p={ParameterToken.Write(request)}";
    public IReadOnlyList<ClusterNode> Clusters { get; } = [.. run.Result.Clusters.Select(cluster => new ClusterNode(cluster))];
}

public sealed class ClusterNode(Cluster cluster)
{
    public int Id => cluster.Id;
    public int Incidents => cluster.Incidents;
    public Geometry Centroid => cluster.Centroid;
    public Geometry Hull => cluster.Hull;
    public double SquareKilometres => cluster.SquareKilometres;
    public DateTimeOffset From => cluster.From;
    public DateTimeOffset To => cluster.To;
    public IReadOnlyList<CountRow> TopCategories { get; } =
        [.. cluster.TopCategories.Select(count => new CountRow([count.Category.Code], count.Incidents, count.Incidents * count.Category.Severity))];
}

public sealed class HotspotLayerNode(Jurisdiction jurisdiction, HotspotRequest request, LiveRun<HotspotResult> run)
{
    private readonly string token = ParameterToken.Write(request);

    public RunNode Run => new(run.Run);
    public int Units => run.Result.Units.Count;
    public int Hot => run.Result.Units.Count(unit => unit.Bin > 0);
    public int Cold => run.Result.Units.Count(unit => unit.Bin < 0);
    public string TilesUrl => $"/tiles/{jurisdiction.Code}/hotspots/{{z}}/{{x}}/{{y}}.mvt?p={token}";
    public string GeoJsonUrl => $"/layers/{jurisdiction.Code}/hotspots.geojson?p={token}";

    public IReadOnlyList<HotspotCellNode> Cells(BoundsInput? bbox, bool? significantOnly)
    {
        var box = bbox is null ? null : Input.Checked(bbox.ToPolygon).EnvelopeInternal;
        var units = run.Result.Units;
        if (significantOnly == true)
            units = [.. units.Where(unit => unit.Bin != 0)];
        if (box is not null)
            units = [.. units.Where(unit => box.Intersects(run.Result.ShapeInDegrees(unit).EnvelopeInternal))];
        return new MappedList<HotspotCell, HotspotCellNode>(units, unit => new HotspotCellNode(unit, run.Result));
    }
}

public sealed class HotspotCellNode(HotspotCell cell, HotspotResult result)
{
    public string Id => cell.Id;
    public CellOutline Geometry => new(cell, result);
    public int Incidents => cell.Incidents;
    public double? Z => cell.Z;
    public double? P => cell.P;
    public double? ExactP => cell.ExactP;
    public double? PseudoP => cell.PseudoP;
    public int Bin => cell.Bin;
}
