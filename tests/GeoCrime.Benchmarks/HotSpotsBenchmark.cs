using BenchmarkDotNet.Attributes;
using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Benchmarks;

/// <summary>Gi* of Denver on 22,914 cells of 250 m, queen neighbours; beside it peers/spatial_gistar.py.</summary>
public class HotSpotsBenchmark
{
    private CityPoints _points = null!;
    private CellUnits<SquareGrid> _units = null!;
    private SpatialWeights _weights = null!;
    private double[] _counts = [];

    [GlobalSetup]
    public void Load()
    {
        var points = CityPoints.Denver();
        double west = points.X.Min(), south = points.Y.Min();
        _points = new CityPoints([.. points.X.Select(x => x - west)], [.. points.Y.Select(y => y - south)]);
        var grid = new SquareGrid(250);
        _units = new CellUnits<SquareGrid>(grid, [.. grid.CentredIn(0, 0, 171 * 250, 134 * 250)]);
        _weights = _units.Contiguity().WithSelf();
        _counts = _units.Sum(_points.X, _points.Y);
    }

    [Benchmark]
    public double[] Counting() => _units.Sum(_points.X, _points.Y);

    [Benchmark]
    public SpatialWeights Neighbours() => _units.Contiguity().WithSelf();

    [Benchmark]
    public int[] DeviatesExactPAndBins() => HotSpots.Find(_counts, _weights, 0, 1).Bins;

    [Benchmark]
    public double[] Permutations999() => ConditionalPermutation.PseudoP(_counts, _weights, 999, 1);

    [Benchmark]
    public double[] Permutations9999() => ConditionalPermutation.PseudoP(_counts, _weights, 9999, 1);
}
