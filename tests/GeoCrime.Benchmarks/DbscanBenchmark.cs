using BenchmarkDotNet.Attributes;
using GeoCrime.Analytics.Clustering;

namespace GeoCrime.Benchmarks;

/// <summary>Clusters of whole cities, 100 m and 50 points; beside it peers/spatial_dbscan.py.</summary>
[MemoryDiagnoser]
public class DbscanBenchmark
{
    private CityPoints _points = null!;

    [Params("sf", "denver")]
    public string City { get; set; } = "sf";

    [GlobalSetup]
    public void Load() => _points = City == "sf" ? CityPoints.SanFrancisco() : CityPoints.Denver();

    [Benchmark]
    public int Dbscan100Metres50Points() => Dbscan.Cluster(_points.X, _points.Y, 100, 50).Clusters;
}
