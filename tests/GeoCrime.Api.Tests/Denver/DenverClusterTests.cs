namespace GeoCrime.Api.Tests.Denver;

public class DenverClusterTests(Servers servers)
{
    private const double Epsilon = 150;
    private const int MinPoints = 25;

    [Fact]
    public async Task Clusters_are_those_of_DBSCAN_by_brute_force_over_one_month()
    {
        var denver = await servers.DenverAsync();
        var layer = (await denver.QueryAsync("""
            { jurisdiction(code: "denver") { clusters(filter: { from: "2023-07-01", to: "2023-08-01" }, epsilonMetres: 150, minPoints: 25) {
                clustered noise clusters { id incidents topCategories { keys incidents } from to } } } }
            """)).GetProperty("jurisdiction").GetProperty("clusters");
        // The snapshot holds centimetres, in order of local start and id.
        var rows = await denver.SqlAsync("""
            SELECT round(i.x::numeric, 2)::float8, round(i.y::numeric, 2)::float8, c.code FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id
            WHERE i.occurred_local >= '2023-07-01' AND i.occurred_local < '2023-08-01' AND i.x IS NOT NULL ORDER BY i.occurred_local, i.id
            """);
        var labels = BruteForce([.. rows.Select(row => ((double)row[0]!, (double)row[1]!))]);
        var sizes = labels.Where(label => label >= 0).GroupBy(label => label).OrderBy(group => group.Key).Select(group => group.Count()).ToList();

        Assert.True(sizes.Count > 3, $"{sizes.Count} clusters make no test");
        Assert.Equal(sizes, layer.GetProperty("clusters").EnumerateArray().Select(cluster => cluster.GetProperty("incidents").GetInt32()));
        Assert.Equal(sizes.Sum(), layer.GetProperty("clustered").GetInt32());
        Assert.Equal(labels.Count(label => label < 0), layer.GetProperty("noise").GetInt32());
        var commonest = rows.Where((_, index) => labels[index] == 0).GroupBy(row => (string)row[2]!).Max(group => group.Count());
        Assert.Equal(commonest, layer.GetProperty("clusters")[0].GetProperty("topCategories")[0].GetProperty("incidents").GetInt32());
    }

    /// <summary>Labels by the definition: all pairs; −1 is noise; a border point goes to the lowest-numbered cluster it touches.</summary>
    private static int[] BruteForce((double X, double Y)[] points)
    {
        var near = points.Select(a => Enumerable.Range(0, points.Length).Where(b => Square(a.X - points[b].X) + Square(a.Y - points[b].Y) <= Epsilon * Epsilon).ToArray()).ToArray();
        var labels = Enumerable.Repeat(-1, points.Length).ToArray();
        var clusters = 0;
        for (var start = 0; start < points.Length; start++)
        {
            if (near[start].Length < MinPoints || labels[start] >= 0)
                continue;
            var waiting = new Stack<int>([start]);
            labels[start] = clusters;
            while (waiting.TryPop(out var point))
                foreach (var neighbour in near[point].Where(each => near[each].Length >= MinPoints && labels[each] < 0))
                {
                    labels[neighbour] = clusters;
                    waiting.Push(neighbour);
                }
            clusters++;
        }
        for (var point = 0; point < points.Length; point++)
            if (near[point].Length < MinPoints)
                labels[point] = near[point].Where(each => near[each].Length >= MinPoints).Select(each => labels[each]).DefaultIfEmpty(-1).Min();
        return labels;
    }

    private static double Square(double value) => value * value;
}
