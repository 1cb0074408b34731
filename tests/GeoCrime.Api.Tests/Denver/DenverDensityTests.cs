using System.Runtime.InteropServices;

namespace GeoCrime.Api.Tests.Denver;

public class DenverDensityTests(Servers servers)
{
    private const double Bandwidth = 400;

    [Fact]
    public async Task Surface_is_the_sum_of_Gaussians_over_the_rows_that_SQL_selects()
    {
        var denver = await servers.DenverAsync();
        var surface = (await denver.QueryAsync("""
            { jurisdiction(code: "denver") { density(filter: { from: "2023-06-01", to: "2023-07-01", categories: ["burglary", "auto-theft"] }, bandwidthMetres: 400, cellMetres: 200) {
                columns rows cellMetres originX originY bandwidthMetres max incidents values valuesUrl } } }
            """)).GetProperty("jurisdiction").GetProperty("density");
        var points = await denver.SqlAsync("""
            SELECT i.x, i.y FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id
            WHERE i.occurred_local >= '2023-06-01' AND i.occurred_local < '2023-07-01' AND c.code IN ('burglary', 'auto-theft') AND i.x IS NOT NULL
            """);
        var (columns, rows) = (surface.GetProperty("columns").GetInt32(), surface.GetProperty("rows").GetInt32());
        var values = MemoryMarshal.Cast<byte, float>(surface.GetProperty("values").GetBytesFromBase64()).ToArray();

        Assert.Equal(points.Count, surface.GetProperty("incidents").GetInt32());
        Assert.Equal(Bandwidth, surface.GetProperty("bandwidthMetres").GetDouble());
        Assert.Equal(columns * rows, values.Length);
        Assert.Equal(values.Max(), surface.GetProperty("max").GetDouble(), 1e-3);
        var random = new Random(1);
        // The strongest cell as well: a surface of zeros must not pass.
        int[] cells = [Array.IndexOf(values, values.Max()), .. Enumerable.Range(0, 50).Select(_ => random.Next(values.Length))];
        foreach (var cell in cells)
        {
            var x = surface.GetProperty("originX").GetDouble() + ((cell % columns) + 0.5) * 200;
            var y = surface.GetProperty("originY").GetDouble() - ((cell / columns) + 0.5) * 200;
            var exact = points.Sum(point => Math.Exp(-(Square((double)point[0]! - x) + Square((double)point[1]! - y)) / (2 * Bandwidth * Bandwidth))) / (2 * Math.PI * Bandwidth * Bandwidth) * 1e6;
            // The product's own promise: within a thousandth of the surface's maximum.
            Assert.Equal(exact, values[cell], 1e-3 * values.Max());
        }
        Assert.Equal(surface.GetProperty("values").GetBytesFromBase64(), await denver.Http.GetByteArrayAsync(surface.GetProperty("valuesUrl").GetString()));
    }

    private static double Square(double value) => value * value;
}
