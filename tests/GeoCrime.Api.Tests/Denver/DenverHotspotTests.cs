using System.Text.Json;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Api.Tests.Denver;

public class DenverHotspotTests(Servers servers)
{
    private const double Cell = 700;

    [Fact]
    public async Task Cells_hold_what_SQL_counts_and_are_tested_as_by_brute_force()
    {
        var denver = await servers.DenverAsync();
        var cells = (await denver.QueryAsync("""
            { jurisdiction(code: "denver") { hotspots(filter: { from: "2023-06-01", to: "2023-09-01", categories: ["drug-alcohol"] }, cellMetres: 700, permutations: 0) {
                units hot cold cells { id geometry incidents z p exactP pseudoP bin } } } }
            """)).GetProperty("jurisdiction").GetProperty("hotspots");
        var units = cells.GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(cells.GetProperty("units").GetInt32(), units.Count);
        var counts = units.Select(unit => unit.GetProperty("incidents").GetInt32()).ToArray();
        var (centres, bySql) = await CountAsync(denver, units);

        // Outlines are rounded to a centimetre, so a point on an edge may fall to either side.
        Assert.InRange(counts.Zip(bySql, (a, b) => Math.Abs(a - b)).Sum(), 0, 2);
        Assert.InRange(counts.Sum(), 100, 100_000);
        // Centres of hexagons with the area of a square of side c lie c·√(2/√3) apart.
        var spacing = Cell * Math.Sqrt(2 / Math.Sqrt(3));
        var near = centres.Select(a => Enumerable.Range(0, centres.Length).Where(b => Distance(a, centres[b]) < 1.1 * spacing).ToArray()).ToArray();
        Assert.Equal(7, near.Max(each => each.Length));
        var p = new double[counts.Length];
        var side = new int[counts.Length];
        var tails = Enumerable.Range(0, 8).Select(draws => Tails(counts, draws)).ToArray();
        for (var unit = 0; unit < counts.Length; unit++)
        {
            Assert.Equal(Star(counts, near[unit]), units[unit].GetProperty("z").GetDouble(), 1e-9);
            Assert.Equal(2 * Normal.CDF(0, 1, -Math.Abs(Star(counts, near[unit]))), units[unit].GetProperty("p").GetDouble(), 1e-9);
            var (atMost, atLeast) = tails[near[unit].Length](near[unit].Sum(each => counts[each]));
            p[unit] = Math.Min(1, 2 * Math.Min(atMost, atLeast));
            side[unit] = atLeast < atMost ? 1 : -1;
            Assert.Equal(p[unit], units[unit].GetProperty("exactP").GetDouble(), 1e-9);
            Assert.Equal(JsonValueKind.Null, units[unit].GetProperty("pseudoP").ValueKind);
        }
        var bins = new int[counts.Length];
        foreach (var (rate, bin) in new[] { (0.10, 1), (0.05, 2), (0.01, 3) })
            foreach (var unit in Rejected(p, rate))
                bins[unit] = side[unit] * bin;
        Assert.Equal(bins, units.Select(unit => unit.GetProperty("bin").GetInt32()));
        Assert.Equal(bins.Count(bin => bin > 0), cells.GetProperty("hot").GetInt32());
        Assert.Equal(bins.Count(bin => bin < 0), cells.GetProperty("cold").GetInt32());
        Assert.Contains(bins, bin => bin > 0);
    }

    /// <summary>Centres (metres) and counts of the outlines that the API gave, by PostGIS.</summary>
    private static async Task<((double X, double Y)[] Centres, int[] Counts)> CountAsync(TestServer denver, List<JsonElement> units)
    {
        var shapes = string.Join(",", units.Select((unit, number) => $"({number}, '{unit.GetProperty("geometry")}')"));
        var rows = await denver.SqlAsync($"""
            WITH point AS MATERIALIZED (
                SELECT ST_SetSRID(ST_MakePoint(i.x, i.y), 32613) AS place FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id
                WHERE c.code = 'drug-alcohol' AND i.occurred_local >= '2023-06-01' AND i.occurred_local < '2023-09-01' AND i.x IS NOT NULL),
            unit AS (SELECT n, ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(shape), 4326), 32613) AS shape FROM (VALUES {shapes}) given (n, shape))
            SELECT ST_X(ST_Centroid(shape)), ST_Y(ST_Centroid(shape)), (SELECT count(*) FROM point WHERE ST_Contains(unit.shape, point.place))::integer FROM unit ORDER BY n
            """);
        return ([.. rows.Select(row => ((double)row[0]!, (double)row[1]!))], [.. rows.Select(row => (int)row[2]!)]);
    }

    /// <summary>Gi* with binary weights (Ord and Getis 1995, eq. 14).</summary>
    private static double Star(int[] counts, int[] near)
    {
        var (n, k) = (counts.Length, near.Length);
        var mean = counts.Average();
        var deviation = Math.Sqrt(counts.Average(count => (double)count * count) - (mean * mean));
        return (near.Sum(each => counts[each]) - (mean * k)) / (deviation * Math.Sqrt(((double)n * k - (double)k * k) / (n - 1)));
    }

    /// <summary>P(sum ≤ s) and P(sum ≥ s) of so many draws, with putting back, from all units.</summary>
    private static Func<int, (double AtMost, double AtLeast)> Tails(int[] counts, int draws)
    {
        var one = new double[counts.Max() + 1];
        foreach (var count in counts)
            one[count] += 1.0 / counts.Length;
        double[] sum = [1];
        for (var draw = 0; draw < draws; draw++)
        {
            var next = new double[sum.Length + one.Length - 1];
            for (var a = 0; a < sum.Length; a++)
                for (var b = 0; b < one.Length; b++)
                    next[a + b] += sum[a] * one[b];
            sum = next;
        }
        return s => (sum[..Math.Min(sum.Length, s + 1)].Sum(), sum[Math.Min(sum.Length, s)..].Sum());
    }

    /// <summary>Benjamini and Hochberg's step-up procedure at a rate.</summary>
    private static int[] Rejected(double[] p, double rate)
    {
        var order = Enumerable.Range(0, p.Length).OrderBy(unit => p[unit]).ToArray();
        var last = Array.FindLastIndex(order, unit => p[unit] <= rate * (Array.IndexOf(order, unit) + 1) / p.Length);
        return order[..(last + 1)];
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
