using GeoCrime.Domain;
using GeoCrime.Studies.Clusters;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Clusters;

public class ClusterMethodTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    /// <summary>Two knots of twenty at places 1.4 km apart; the second holds ten in January and ten in June.</summary>
    private static readonly Row[] Knots =
    [
        .. Enumerable.Range(0, 20).Select(number => new Row(Day, number, X: 400 + (7 * number % 41), Y: 400 + (11 * number % 37))),
        .. Enumerable.Range(0, 20).Select(number => new Row(number < 10 ? Day : Day.AddDays(150), X: 1400 + (7 * number % 41), Y: 1400 + (11 * number % 37))),
        .. Enumerable.Range(0, 5).Select(number => new Row(Day, X: 100 + (400 * number), Y: 1900 - (300 * number))),
    ];

    [Fact]
    public async Task Space_and_time_together_part_what_lies_months_apart()
    {
        var columns = SmallCity.Columns(Knots);
        Assert.Equal([20, 20], await SizesAsync(columns, new ClusterRequest(IncidentFilter.All, 60, 8)));
        Assert.Equal([10, 10, 20], await SizesAsync(columns, new ClusterRequest(IncidentFilter.All, 60, 8, ClusterMethod.StDbscan, 7)));
    }

    [Fact]
    public async Task Clusters_of_any_density_carry_how_firmly_members_belong()
    {
        var result = await RunAsync(SmallCity.Columns(Knots), new ClusterRequest(IncidentFilter.All, 60, 8, ClusterMethod.Hdbscan));
        Assert.Equal(2, result.Clusters.Count);
        Assert.All(result.Clusters, cluster => Assert.InRange(cluster.Probability, 0.3, 1));
        Assert.Equal(45, result.Members.OutlierScore!.Length);
        Assert.Equal(result.Noise, result.Members.Label.Count(label => label < 0));
        Assert.True(result.Members.Label.Zip(result.Members.OutlierScore!).Where(each => each.First < 0).Average(each => each.Second)
            > result.Members.Label.Zip(result.Members.OutlierScore!).Where(each => each.First >= 0).Average(each => each.Second));
    }

    [Fact]
    public async Task The_hour_profile_counts_members_by_local_hour()
    {
        var cluster = (await RunAsync(SmallCity.Columns(Knots), new ClusterRequest(IncidentFilter.All, 60, 8))).Clusters[0];
        Assert.Equal([.. Enumerable.Repeat(1, 20), 0, 0, 0, 0], cluster.HourProfile);
        Assert.Equal(1, cluster.Probability);
    }

    [Fact]
    public async Task A_radius_suggests_itself_between_the_knots_and_the_gaps()
    {
        var members = (await RunAsync(SmallCity.Columns(Knots), new ClusterRequest(IncidentFilter.All, 60, 8))).Members;
        Assert.InRange(ClusterStudy.SuggestEpsilon(members, 8, CancellationToken.None)!.Value, 10, 400);
        Assert.Null(ClusterStudy.SuggestEpsilon(members, 46, CancellationToken.None));
    }

    [Theory]
    [InlineData(ClusterMethod.StDbscan, null, "epsilonDays is missing")]
    [InlineData(ClusterMethod.StDbscan, -1.0, "epsilonDays is -1")]
    [InlineData(ClusterMethod.Dbscan, 3.0, "belongs to ST_DBSCAN")]
    public async Task Days_belong_to_one_method(ClusterMethod method, double? days, string message) =>
        Assert.Contains(message, (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(SmallCity.Columns(Knots), new ClusterRequest(IncidentFilter.All, 60, 8, method, days)))).Message);

    [Theory]
    [InlineData(ClusterMethod.Dbscan)]
    [InlineData(ClusterMethod.Hdbscan)]
    [InlineData(ClusterMethod.StDbscan)]
    public async Task Nothing_makes_no_cluster(ClusterMethod method) =>
        Assert.Empty((await RunAsync(SmallCity.Columns([]), new ClusterRequest(IncidentFilter.All, 60, 8, method, method == ClusterMethod.StDbscan ? 7 : null))).Clusters);

    private static async Task<IEnumerable<int>> SizesAsync(IncidentColumns columns, ClusterRequest request) =>
        (await RunAsync(columns, request)).Clusters.Select(cluster => cluster.Incidents).Order();

    private static async Task<ClusterResult> RunAsync(IncidentColumns columns, ClusterRequest request) =>
        (await new ClusterStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None)).Result;
}
