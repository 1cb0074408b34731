using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Clustering;

namespace GeoCrime.Analytics.Tests.Clustering;

public class HdbscanTests
{
    /// <summary>Ten points a metre apart, ten points ten metres apart and a stray one: no single ε of DBSCAN separates both without loss.</summary>
    [Fact]
    public void Two_groups_of_different_density_are_both_found()
    {
        double[] x = [.. Enumerable.Range(0, 10).Select(i => i * 1.0), .. Enumerable.Range(0, 10).Select(i => 200 + i * 10.0), 5000];
        var result = Hdbscan.Cluster(x, new double[21], 5, 2, 0.1);
        Assert.Equal([.. Enumerable.Repeat(0, 10), .. Enumerable.Repeat(1, 10), -1], result.Labels);
        Assert.Equal(2, result.Clusters);
        Assert.All(result.Probability[..20], probability => Assert.Equal(1, probability, 1e-12));
        Assert.Equal(0, result.Probability[20]);
        Assert.Equal(20, Array.IndexOf(result.OutlierScore, result.OutlierScore.Max()));
    }

    [Fact]
    public void Any_points_get_the_clusters_of_the_definition() =>
        Prop.ForAll(PlanarSamples.Any, Gen.Choose(2, 5).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (points, minCluster, minPoints) =>
        {
            double[] x = [.. points.X.Take(40)], y = [.. points.Y.Take(40)];
            var result = Hdbscan.Cluster(x, y, minCluster, minPoints, 0.01);
            return result.Labels.SequenceEqual(HdbscanByDefinition.Labels(x, y, minCluster, minPoints, 0.01))
                && result.Probability.All(p => p is >= 0 and <= 1) && result.OutlierScore.All(score => score is >= 0 and <= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_spanning_tree_is_as_short_as_prims() =>
        Prop.ForAll(PlanarSamples.Any, Gen.Choose(1, 6).ToArbitrary(), (points, minPoints) =>
        {
            var places = points.X.Zip(points.Y).Distinct().ToArray();
            if (places.Length < 1)
                return true;
            double[] x = [.. places.Select(place => place.First)], y = [.. places.Select(place => place.Second)];
            double[] core = [.. x.Select((value, i) => (value * 3 + y[i]) % 5)];
            var links = ReachabilityTree.Span(x, y, core, CancellationToken.None);
            return links.Length == x.Length - 1
                && Math.Abs(links.Sum(link => link.Metres) - HdbscanByDefinition.SpanningLength(x, y, core)) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Repeated_corners_are_clusters_of_their_own()
    {
        double[] x = [.. Enumerable.Repeat(0.0, 30), .. Enumerable.Repeat(500.0, 30), .. Enumerable.Range(0, 10).Select(i => 1000.0 * i + 3000)];
        var result = Hdbscan.Cluster(x, new double[x.Length], 10, 5);
        Assert.Equal(2, result.Clusters);
        Assert.All(result.Labels[60..], label => Assert.Equal(Dbscan.Noise, label));
    }

    [Fact]
    public void One_thread_and_many_give_the_same_labels()
    {
        var points = PlanarSamples.Uniform(3000, 1000, 5);
        Assert.Equal(
            SingleThread.Run(() => Hdbscan.Cluster(points.X, points.Y, 15, 5)).Labels, Hdbscan.Cluster(points.X, points.Y, 15, 5).Labels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Fewer_points_than_a_cluster_are_noise(int count) =>
        Assert.All(Hdbscan.Cluster(new double[count], new double[count], 5, 2).Labels, label => Assert.Equal(Dbscan.Noise, label));

    [Fact]
    public void All_points_in_one_place_stand_out_from_nothing() =>
        Assert.Equal(0, Hdbscan.Cluster(new double[100_000], new double[100_000], 5, 5).Clusters);

    [Fact]
    public void A_cluster_needs_two_points() =>
        Assert.Contains("minClusterPoints", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Hdbscan.Cluster([0], [0], 1, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_nearest_distance_must_be_positive() =>
        Assert.Contains("must be finite and > 0 metres", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Hdbscan.Cluster([0], [0], 5, 5, 0)).Message, StringComparison.Ordinal);
}
