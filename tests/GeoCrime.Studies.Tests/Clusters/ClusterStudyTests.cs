using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Domain;
using GeoCrime.Studies.Clusters;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Tests.Clusters;

public class ClusterStudyTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    // Positions are whole centimetres: at radii between them no pair lies on the rim, where rounding would decide.
    [Fact]
    public void Any_rows_fall_into_the_clusters_of_the_definition() =>
        Prop.ForAll(SmallCity.AnyRows(120), Gen.Elements(100.003, 200.003, 400.003).ToArbitrary(), Gen.Choose(2, 6).ToArbitrary(), (rows, epsilon, minPoints) =>
        {
            var columns = SmallCity.Columns(rows);
            Row[] located = [.. rows.OrderBy(row => row.Day).ThenBy(row => row.Hour).Where(row => row.X is not null)];
            var labels = ByDefinition(located, epsilon, minPoints);
            var result = Run(columns, new ClusterRequest(IncidentFilter.All, epsilon, minPoints));
            return result.Clusters.Select(cluster => cluster.Id).SequenceEqual(labels.Where(label => label >= 0).Distinct().Order())
                && result.Noise == labels.Count(label => label < 0)
                && result.Clustered + result.Noise == located.Length
                && result.Clusters.All(cluster => Agrees(cluster, [.. located.Where((_, index) => labels[index] == cluster.Id)]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void The_leading_categories_are_the_three_most_frequent_and_ties_keep_their_order()
    {
        Row[] rows = [.. new[] { "drugs", "assault", "assault", "theft", "theft", "drugs", "drugs" }.Select((category, number) => new Row(Day, number, category, X: 100 + number))];
        var cluster = Run(SmallCity.Columns(rows), new ClusterRequest(IncidentFilter.All, 50, 3)).Clusters.Single();
        Assert.Equal([("drugs", 3), ("theft", 2), ("assault", 2)], cluster.TopCategories.Select(top => (top.Category.Code, top.Incidents)));
    }

    [Fact]
    public void From_and_to_are_the_first_and_last_start_in_local_time()
    {
        Row[] rows = [new(new(2024, 7, 1), 23), new(new(2023, 12, 31), 1), new(new(2024, 3, 1), 5)];
        var cluster = Run(SmallCity.Columns(rows), new ClusterRequest(IncidentFilter.All, 50, 3)).Clusters.Single();
        Assert.True(new DateTimeOffset(2023, 12, 31, 1, 0, 0, TimeSpan.FromHours(-7)).EqualsExact(cluster.From));
        Assert.True(new DateTimeOffset(2024, 7, 1, 23, 0, 0, TimeSpan.FromHours(-6)).EqualsExact(cluster.To));
    }

    [Fact]
    public void Members_at_one_place_have_a_round_hull_of_half_a_radius()
    {
        var cluster = Run(SmallCity.Columns([.. Enumerable.Repeat(new Row(Day), 5)]), new ClusterRequest(IncidentFilter.All, 100, 5)).Clusters.Single();
        // A circle of 50 m less what a polygon of few corners cuts off.
        Assert.InRange(cluster.SquareKilometres, 0.85 * Math.PI * 0.05 * 0.05, Math.PI * 0.05 * 0.05);
        Assert.Equal(5, cluster.Incidents);
    }

    [Fact]
    public void Members_on_one_line_have_a_hull_around_the_line()
    {
        // On one coordinate, so that they are on one line exactly.
        var rows = Enumerable.Range(0, 11).Select(number => new Row(Day, X: 500, Y: 500 + (50 * number))).ToArray();
        var cluster = Run(SmallCity.Columns(rows), new ClusterRequest(IncidentFilter.All, 100, 3)).Clusters.Single();
        // 500 m × 100 m and two half circles.
        Assert.InRange(cluster.SquareKilometres, 0.95 * (0.05 + (Math.PI * 0.05 * 0.05)), 0.05 + (Math.PI * 0.05 * 0.05));
        Assert.True(Agrees(cluster, rows));
    }

    [Fact]
    public void A_hull_follows_a_bend()
    {
        // An L of two streets, with incidents on both sides of each, 50 m apart; its convex hull is 0.7 km².
        Row[] rows = [.. Enumerable.Range(0, 21).SelectMany(number => new Row[]
        {
            new(Day, X: 200, Y: 200 + (50 * number)), new(Day, X: 250, Y: 200 + (50 * number)),
            new(Day, X: 200 + (50 * number), Y: 200), new(Day, X: 200 + (50 * number), Y: 250),
        })];
        var cluster = Run(SmallCity.Columns(rows), new ClusterRequest(IncidentFilter.All, 100, 3)).Clusters.Single();
        // Two streets of 1 km with half a radius around them: 150 m wide.
        Assert.InRange(cluster.SquareKilometres, 0.25, 0.4);
    }

    [Fact]
    public void The_filter_decides_who_clusters()
    {
        var columns = SmallCity.Columns([new(Day), new(Day), new(Day, Category: "assault")]);
        Assert.Empty(Run(columns, new ClusterRequest(new IncidentFilter(Categories: ["theft"]), 50, 3)).Clusters);
        Assert.Single(Run(columns, new ClusterRequest(IncidentFilter.All, 50, 3)).Clusters);
    }

    [Fact]
    public void Nothing_located_makes_no_clusters_and_no_noise()
    {
        var result = Run(SmallCity.Columns([new(Day, X: null, Y: null)]), new ClusterRequest(IncidentFilter.All));
        Assert.Equal((0, 0, 0), (result.Clusters.Count, result.Clustered, result.Noise));
    }

    [Theory]
    [InlineData(9, 5, "epsilonMetres is 9; 10…5000 is allowed.")]
    [InlineData(double.NaN, 5, "epsilonMetres is NaN; 10…5000 is allowed.")]
    [InlineData(100, 1, "minPoints is 1; 2…100000 is allowed.")]
    public async Task Parameters_out_of_range_are_refused(double epsilon, int minPoints, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<ArgumentException>(() => new ClusterStudy(new LiveRuns())
            .RunAsync(SmallCity.Columns([]), new ClusterRequest(IncidentFilter.All, epsilon, minPoints), AccessPolicy.Local, CancellationToken.None))).Message);

    private static bool Agrees(Cluster cluster, Row[] members)
    {
        var projection = SmallCity.Jurisdiction.Projection;
        var centre = projection.ToMetres(cluster.Centroid.X, cluster.Centroid.Y);
        return cluster.Incidents == members.Length
            && cluster.TopCategories.All(top => members.Count(row => row.Category == top.Category.Code) == top.Incidents)
            && Math.Abs(centre.X - SmallCity.West - members.Average(row => row.X!.Value)) < 0.01
            && Math.Abs(centre.Y - SmallCity.South - members.Average(row => row.Y!.Value)) < 0.01
            && Math.Abs((projection.ToMetres(cluster.Hull).Area / 1e6) - cluster.SquareKilometres) < 1e-6
            && members.All(row =>
            {
                var (longitude, latitude) = projection.ToDegrees(SmallCity.West + row.X!.Value, SmallCity.South + row.Y!.Value);
                return cluster.Hull.Covers(new Point(longitude, latitude));
            });
    }

    /// <summary>Core points in reach of each other share a cluster; a border point goes to the lowest-numbered one it touches.</summary>
    private static int[] ByDefinition(Row[] points, double epsilon, int minPoints)
    {
        bool Reach(Row a, Row b) => Math.Sqrt(Math.Pow(Cm(a.X) - Cm(b.X), 2) + Math.Pow(Cm(a.Y) - Cm(b.Y), 2)) <= epsilon * 100;
        var core = points.Select(point => points.Count(other => Reach(point, other)) >= minPoints).ToArray();
        var labels = Enumerable.Repeat(-1, points.Length).ToArray();
        var next = 0;
        for (var start = 0; start < points.Length; start++)
        {
            if (!core[start] || labels[start] >= 0)
                continue;
            var open = new Stack<int>([start]);
            labels[start] = next;
            while (open.TryPop(out var at))
                for (var other = 0; other < points.Length; other++)
                    if (core[other] && labels[other] < 0 && Reach(points[at], points[other]))
                    {
                        labels[other] = next;
                        open.Push(other);
                    }
            next++;
        }
        return [.. points.Select((point, index) => core[index]
            ? labels[index]
            : Enumerable.Range(0, points.Length).Where(other => core[other] && Reach(point, points[other])).Select(other => labels[other]).DefaultIfEmpty(-1).Min())];
    }

    private static long Cm(double? metres) => (long)Math.Round(metres!.Value * 100);

    private static ClusterResult Run(IncidentColumns columns, ClusterRequest request) =>
        new ClusterStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;
}
