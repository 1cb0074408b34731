using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Clustering;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests.Clustering;

public class DbscanTests
{
    [Fact]
    public void Two_groups_and_a_stray_point()
    {
        var result = Dbscan.Cluster([0, 1, 2, 50, 51, 52, 200], [0, 0, 0, 0, 0, 0, 0], 1.5, 3);
        Assert.Equal([0, 0, 0, 1, 1, 1, Dbscan.Noise], result.Labels);
        Assert.Equal([false, true, false, false, true, false, false], result.Core);
        Assert.Equal(2, result.Clusters);
    }

    [Fact]
    public void Rim_point_is_a_neighbour() => Assert.Equal([0, 0], Dbscan.Cluster([0, 3], [0, 4], 5, 2).Labels);

    [Fact]
    public void Point_past_the_rim_is_not_a_neighbour() =>
        Assert.Equal([-1, -1], Dbscan.Cluster([0, 3], [0, 4.0000001], 5, 2).Labels);

    [Fact]
    public void The_point_itself_counts() => Assert.Equal([0, 1], Dbscan.Cluster([0, 100], [0, 0], 1, 1).Labels);

    [Fact]
    public void A_border_point_goes_to_the_first_cluster_it_touches()
    {
        // The fourth point lies at the rim of both threes, in reach of one core point of each.
        double[] x = [10, 11, 12, 6, 0, 1, 2];
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], Dbscan.Cluster(x, new double[7], 4, 4).Labels);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], Dbscan.Cluster([0, 1, 2, 6, 10, 11, 12], new double[7], 4, 4).Labels);
    }

    [Fact]
    public void Any_points_get_the_labels_of_the_definition() =>
        Prop.ForAll(PlanarSamples.Any, Gen.Elements(0.3, 0.5, 1, 2.5, 5, 40).ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(),
            (points, epsilon, minPoints) =>
            {
                bool Near(int i, int j) =>
                    Math.Pow(points.X[i] - points.X[j], 2) + Math.Pow(points.Y[i] - points.Y[j], 2) <= epsilon * epsilon;
                var (labels, core) = DbscanByDefinition.Cluster(points.X.Length, Near, minPoints);
                var result = Dbscan.Cluster(points.X, points.Y, epsilon, minPoints);
                return labels.SequenceEqual(result.Labels) && core.SequenceEqual(result.Core)
                    && result.Clusters == labels.Append(-1).Max() + 1;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData(100, 2)]
    [InlineData(25, 4)]
    public void Labels_are_scikit_learns_point_for_point(double epsilon, int column)
    {
        // dbscan_points.csv: scikit-learn 1.2.1, min_samples = 10.
        var rows = File.ReadLines(RepositoryFiles.Golden("dbscan_points.csv")).Skip(1)
            .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var result = Dbscan.Cluster([.. rows.Select(row => row[0])], [.. rows.Select(row => row[1])], epsilon, 10);
        Assert.Equal(rows.Select(row => (int)row[column]), result.Labels);
        Assert.Equal(rows.Select(row => row[column + 1] == 1), result.Core);
    }

    [Fact]
    public void One_thread_and_many_give_the_same_labels()
    {
        var points = PlanarSamples.Uniform(20_000, 1000, 5);
        Assert.Equal(
            SingleThread.Run(() => Dbscan.Cluster(points.X, points.Y, 10, 8)).Labels,
            Dbscan.Cluster(points.X, points.Y, 10, 8).Labels);
    }

    [Fact]
    public void Input_is_not_modified()
    {
        double[] x = [3, 1, 2], y = [0, 5, 1];
        Dbscan.Cluster(x, y, 2, 2);
        Assert.Equal([3, 1, 2], x);
        Assert.Equal([0, 5, 1], y);
    }

    [Fact]
    public void No_points_have_no_clusters() => Assert.Equal(0, Dbscan.Cluster([], [], 1, 1).Clusters);

    [Fact]
    public void A_million_points_on_one_corner_are_one_cluster()
    {
        var result = Dbscan.Cluster(new double[1_000_000], new double[1_000_000], 10, 1_000_000);
        Assert.Equal(1, result.Clusters);
        Assert.All(result.Core, Assert.True);
    }

    [Fact]
    public void An_outlier_ten_thousand_kilometres_away_is_noise() =>
        Assert.Equal([0, 0, -1], Dbscan.Cluster([0, 1, 1e7], [0, 0, -1e7], 2, 2).Labels);

    [Fact]
    public void An_epsilon_far_below_the_extent_is_refused() =>
        Assert.Contains("at most 2147483647 are allowed", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Dbscan.Cluster([0, 1e7], [0, 0], 1e-6, 2)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Epsilon_must_be_positive(double epsilon) =>
        Assert.Contains("ε must be finite and > 0 metres", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Dbscan.Cluster([0], [0], epsilon, 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void MinPoints_must_be_one_at_least() =>
        Assert.Contains("minPoints", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Dbscan.Cluster([0], [0], 1, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_coordinate_that_is_not_a_number_is_named() =>
        Assert.Contains("x[1] is NaN", Assert.Throws<ArgumentException>(() =>
            Dbscan.Cluster([0, double.NaN], [0, 0], 1, 2)).Message, StringComparison.Ordinal);
}
