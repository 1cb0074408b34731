using BenchmarkDotNet.Attributes;
using GeoCrime.Analytics.Density;

namespace GeoCrime.Benchmarks;

/// <summary>All of San Francisco's incidents on a grid over their bounding box; beside it peers/spatial_kde.py.</summary>
public class DensityBenchmark
{
    private CityPoints _points = null!;
    private Grid _grid;

    [Params(1024)]
    public int Cells { get; set; }

    [Params(50, 250, 500)]
    public double BandwidthMetres { get; set; }

    [GlobalSetup]
    public void Load()
    {
        _points = CityPoints.SanFrancisco();
        var side = Math.Max(_points.X.Max() - _points.X.Min(), _points.Y.Max() - _points.Y.Min()) / Cells;
        _grid = new Grid(_points.X.Min(), _points.Y.Max(), side, Cells, Cells);
    }

    [Benchmark]
    public float Gaussian() => Max(DensityKernel.Gaussian);

    [Benchmark]
    public float Quartic() => Max(DensityKernel.Quartic);

    [Benchmark]
    public float Epanechnikov() => Max(DensityKernel.Epanechnikov);

    private float Max(DensityKernel kernel) =>
        KernelDensity.Estimate(_points.X, _points.Y, null, _grid, kernel, BandwidthMetres).Max;
}
