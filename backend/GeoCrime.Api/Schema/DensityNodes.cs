using System.Runtime.InteropServices;
using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Density;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class DensityNode(Jurisdiction jurisdiction, DensityRequest request, LiveRun<DensityResult> run)
{
    private readonly LayerAddress layer = LayerAddress.Of(jurisdiction, request);

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
    public string ValuesUrl => layer.Of("density.float32");
    public string ImageUrl => layer.Of("density.png");
    public string GeoTiffUrl => layer.Of("density.tif");
    public string AsciiGridUrl => layer.Of("density.zip");
    public Bounds ImageBounds => run.Result.Surface.Grid.DegreeBounds(jurisdiction);

    public ReadOnlyMemory<byte>? Values() => Columns <= DensityGrid.DefaultSide && Rows <= DensityGrid.DefaultSide
        ? MemoryMarshal.AsBytes(run.Result.Surface.PerSquareKilometre.AsSpan()).ToArray()
        : null;

    public async Task<FeatureSet> Contours(IReadOnlyList<double>? volumes, RequestContext context, CancellationToken cancellationToken)
    {
        var columns = await context.Get<IIncidentColumns>().GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return new FeatureSet([.. Input.Checked(() => ContourBands.Of(columns, run.Result.Surface, volumes ?? [50, 75, 90, 95])).Select(band => ((NetTopologySuite.Geometries.Geometry)band.Region, (object)new { volume = band.Volume, reportedIncidentsPerKm2 = band.Level }))]);
    }
}

public sealed class DensityChangeNode(Jurisdiction jurisdiction, DensityChangeRequest request, LiveRun<DensityChangeResult> run)
{
    private readonly LayerAddress layer = LayerAddress.Of(jurisdiction, request);

    public RunNode Run => new(run.Run);
    public ComparisonNode Window => new(run.Result.Window);
    public double BandwidthMetres => run.Result.BandwidthMetres;
    public int Incidents => run.Result.Incidents;
    public int Before => run.Result.Before;
    public double MaxDifference => run.Result.MaxDifference;
    public double RisenSquareKilometres => run.Result.SquareKilometres(1);
    public double FallenSquareKilometres => run.Result.SquareKilometres(-1);
    public string ImageUrl => layer.Of("density-change.png");
    public string GeoTiffUrl => layer.Of("density-change.tif");
    public Bounds ImageBounds => run.Result.Grid.DegreeBounds(jurisdiction);
}

public sealed class DensityFramesNode(Jurisdiction jurisdiction, DensityFrameRequest request, LiveRun<DensityFrameResult> run)
{
    private readonly LayerAddress layer = LayerAddress.Of(jurisdiction, request);

    public RunNode Run => new(run.Run);
    public double BandwidthMetres => run.Result.BandwidthMetres;
    public double Max => run.Result.Frames.Max(frame => frame.Max);
    public Bounds ImageBounds => run.Result.Grid.DegreeBounds(jurisdiction);
    public IReadOnlyList<DensityFrameNode> Frames => [.. run.Result.Frames.Select(frame => new DensityFrameNode(frame.Day, frame.Max, $"{layer.Of("density-frame.png")}&at={frame.Day:yyyy-MM-dd}"))];
}

public sealed record DensityFrameNode(DateOnly Day, double Max, string ImageUrl);

internal static class DensityBounds
{
    public static Bounds DegreeBounds(this Grid grid, Jurisdiction jurisdiction)
    {
        var (west, south, east, north) = WebMercatorImage.Bounds(grid, jurisdiction.Projection);
        return new Bounds(west, south, east, north);
    }
}
