using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Clustering;

namespace GeoCrime.Analytics.Tests.Clustering;

public class SpaceTimeDbscanTests
{
    [Fact]
    public void One_place_at_two_seasons_is_two_clusters()
    {
        var result = SpaceTimeDbscan.Cluster(new double[7], new double[7], [200, 0, 1, 2, 201, 202, 90], 10, 1, 3);
        // The first core point is the third.
        Assert.Equal([1, 0, 0, 0, 1, 1, -1], result.Labels);
        Assert.Equal([false, false, true, false, true, false, false], result.Core);
    }

    [Fact]
    public void Both_rims_are_inside() => Assert.Equal([0, 0], SpaceTimeDbscan.Cluster([0, 3], [0, 4], [0, 7], 5, 7, 2).Labels);

    [Theory]
    [InlineData(5.0001, 7)]
    [InlineData(5, 7.0001)]
    public void Past_either_rim_is_outside(double metres, double days) =>
        Assert.Equal([-1, -1], SpaceTimeDbscan.Cluster([0, metres], [0, 0], [0, days], 5, 7, 2).Labels);

    [Fact]
    public void Any_incidents_get_the_labels_of_the_definition() =>
        Prop.ForAll(PlanarSamples.Any, Gen.Elements(0.5, 2, 8).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (points, epsilon, minPoints) =>
        {
            double[] days = [.. points.X.Select((x, i) => Math.Round((x * 7 + i * 3) % 11))];
            bool Near(int i, int j) => Math.Abs(days[i] - days[j]) <= 2
                && Math.Pow(points.X[i] - points.X[j], 2) + Math.Pow(points.Y[i] - points.Y[j], 2) <= epsilon * epsilon;
            var (labels, core) = DbscanByDefinition.Cluster(days.Length, Near, minPoints);
            var result = SpaceTimeDbscan.Cluster(points.X, points.Y, days, epsilon, 2, minPoints);
            return labels.SequenceEqual(result.Labels) && core.SequenceEqual(result.Core);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_of_time_at_once_is_plain_dbscan()
    {
        var points = PlanarSamples.Uniform(3000, 300, 9);
        double[] days = [.. points.X.Select((_, i) => i % 100.0)];
        Assert.Equal(
            Dbscan.Cluster(points.X, points.Y, 8, 6).Labels,
            SingleThread.Run(() => SpaceTimeDbscan.Cluster(points.X, points.Y, days, 8, 1000, 6)).Labels);
    }

    [Fact]
    public void A_million_incidents_on_two_corners_in_one_week_are_one_cluster()
    {
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(i => i % 2 * 5.0)], days = [.. x.Select((_, i) => i % 7000 / 1000.0)];
        var result = SpaceTimeDbscan.Cluster(x, new double[x.Length], days, 10, 1, 100);
        Assert.Equal(1, result.Clusters);
        Assert.All(result.Core, Assert.True);
    }

    [Fact]
    public void An_incident_ten_thousand_kilometres_away_is_noise() =>
        Assert.Equal([0, 0, -1], SpaceTimeDbscan.Cluster([0, 1, 1e7], [0, 0, 0], [0, 0, 0], 5, 1, 2).Labels);

    [Fact]
    public void No_incidents_have_no_clusters() => Assert.Equal(0, SpaceTimeDbscan.Cluster([], [], [], 1, 1, 1).Clusters);

    [Fact]
    public void A_day_that_is_not_a_number_is_refused() =>
        Assert.Contains("days[0] is NaN", Assert.Throws<ArgumentException>(() =>
            SpaceTimeDbscan.Cluster([0], [0], [double.NaN], 1, 1, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Epsilon_days_must_not_be_negative() =>
        Assert.Contains("ε must be finite and ≥ 0 days", Assert.Throws<ArgumentOutOfRangeException>(() =>
            SpaceTimeDbscan.Cluster([0], [0], [0], 1, -1, 1)).Message, StringComparison.Ordinal);
}
