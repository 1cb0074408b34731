using System.IO.Compression;
using System.Text.Json;

namespace GeoCrime.Api.Tests;

public class SpatialLayerTests(Servers servers)
{
    private const string Window = """{ from: "2023-02-01", to: "2023-06-01" }""";

    [Fact]
    public async Task Density_takes_its_options_and_gives_contours_and_rasters()
    {
        var town = await servers.TownAsync();
        var surface = await FieldAsync(town, """density(adaptive: true, edgeCorrected: true, weight: SEVERITY, halfLifeDays: 90, bandwidthMetres: 300, cellMetres: 50) { max columns rows contours(volumes: [50, 90]) geoTiffUrl asciiGridUrl run { parameters } }""");
        Assert.Equal("Severity", surface.GetProperty("run").GetProperty("parameters").GetProperty("weight").GetString());
        var contours = surface.GetProperty("contours").GetProperty("features").EnumerateArray().ToList();
        Assert.Equal([50, 90], contours.Select(feature => feature.GetProperty("properties").GetProperty("volume").GetDouble()));
        // PostGIS agrees that the regions are valid and that the smaller share lies within the larger.
        var check = await town.SqlAsync($"SELECT ST_IsValid(a), ST_IsValid(b), ST_Covers(ST_Buffer(b, 1e-6), a) FROM (SELECT ST_GeomFromGeoJSON('{contours[0].GetProperty("geometry")}') a, ST_GeomFromGeoJSON('{contours[1].GetProperty("geometry")}') b) c");
        Assert.Equal([true, true, true], check.Single());
        using var tiff = await town.Http.GetAsync(surface.GetProperty("geoTiffUrl").GetString());
        Assert.Equal([0x49, 0x49, 42, 0], (await tiff.Content.ReadAsByteArrayAsync())[..4]);
        using var zip = new ZipArchive(await town.Http.GetStreamAsync(surface.GetProperty("asciiGridUrl").GetString()));
        Assert.Equal(["density.asc", "density.prj"], zip.Entries.Select(entry => entry.Name));
        using var grid = new StreamReader(zip.GetEntry("density.asc")!.Open());
        Assert.Equal($"ncols {surface.GetProperty("columns")}", grid.ReadLine());
        using var crs = new StreamReader(zip.GetEntry("density.prj")!.Open());
        Assert.Contains("UTM zone 13N", crs.ReadToEnd());
    }

    [Fact]
    public async Task Two_windows_compare_on_the_map_and_in_a_table()
    {
        var town = await servers.TownAsync();
        var change = await FieldAsync(town, $$"""densityChange(filter: {{Window}}, bandwidthMetres: 300) { incidents before maxDifference imageUrl geoTiffUrl window { from to baselineFrom baselineTo } }""");
        Assert.Equal("2022-02-02", change.GetProperty("window").GetProperty("baselineFrom").GetString());
        foreach (var url in new[] { change.GetProperty("imageUrl").GetString(), change.GetProperty("imageUrl").GetString() + "&measure=ratio&theme=dark", change.GetProperty("geoTiffUrl").GetString() })
            Assert.NotEmpty(await town.Http.GetByteArrayAsync(url));
        var rows = (await FieldAsync(town, $$"""changes(filter: {{Window}}, kind: "ward", byCategory: true) { rows { area { code } category { code } incidents before p adjustedP direction changePercent } }""")).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(4, rows.Count);
        // Rows without a position lie in no ward.
        var located = await town.SqlAsync("SELECT count(*) FROM geocrime.incident WHERE geom IS NOT NULL AND occurred_local >= '2023-02-01' AND occurred_local < '2023-06-01'");
        Assert.Equal(located.Single()[0], (long)rows.Sum(row => row.GetProperty("incidents").GetInt32()));
        Assert.All(rows, row => Assert.InRange(row.GetProperty("adjustedP").GetDouble(), row.GetProperty("p").GetDouble(), 1));
    }

    [Fact]
    public async Task Frames_of_a_time_slider_share_one_scale()
    {
        var town = await servers.TownAsync();
        var frames = await FieldAsync(town, $$"""densityFrames(filter: {{Window}}, stepDays: 28, bandwidthMetres: 300) { max frames { day max imageUrl } }""");
        var all = frames.GetProperty("frames").EnumerateArray().ToList();
        Assert.Equal(5, all.Count);
        Assert.Equal(frames.GetProperty("max").GetDouble(), all.Max(frame => frame.GetProperty("max").GetDouble()));
        using var image = await town.Http.GetAsync(all[2].GetProperty("imageUrl").GetString() + "&max=100");
        Assert.Equal("image/png", image.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("method: HDBSCAN, minPoints: 12")]
    [InlineData("method: ST_DBSCAN, epsilonMetres: 200, epsilonDays: 30, minPoints: 8")]
    public async Task Every_cluster_method_answers_and_lists_its_members(string arguments)
    {
        var town = await servers.TownAsync();
        var layer = await FieldAsync(town, $$"""clusters({{arguments}}) { clustered noise suggestedEpsilonMetres membersUrl clusters { incidents probability hourProfile } }""");
        var total = layer.GetProperty("clustered").GetInt32() + layer.GetProperty("noise").GetInt32();
        Assert.Equal(total + 1, (await town.Http.GetStringAsync(layer.GetProperty("membersUrl").GetString())).TrimEnd().Split('\n').Length);
        Assert.True(layer.GetProperty("suggestedEpsilonMetres").GetDouble() > 0);
        Assert.All(layer.GetProperty("clusters").EnumerateArray(), cluster => Assert.Equal(cluster.GetProperty("incidents").GetInt32(), cluster.GetProperty("hourProfile").EnumerateArray().Sum(hour => hour.GetInt32())));
    }

    [Fact]
    public async Task Hot_spots_say_how_alike_neighbours_are()
    {
        var town = await servers.TownAsync();
        var layer = await FieldAsync(town, """hotspots(unit: SQUARE, cellMetres: 200, permutations: 9) { moran { value expectation z p } geary { value } generalG { value } cells { localMoran { quadrant p } rate } }""");
        Assert.InRange(layer.GetProperty("moran").GetProperty("value").GetDouble(), -1, 1);
        Assert.InRange(layer.GetProperty("geary").GetProperty("value").GetDouble(), 0, 2);
        Assert.All(layer.GetProperty("cells").EnumerateArray(), cell => Assert.Equal(JsonValueKind.Null, cell.GetProperty("rate").ValueKind));
        Assert.Contains(layer.GetProperty("cells").EnumerateArray(), cell => cell.GetProperty("localMoran").GetProperty("quadrant").GetString() == "LOW_LOW");
    }

    [Theory]
    [InlineData("""density(halfLifeDays: 0) { max }""", "halfLifeDays")]
    [InlineData("""densityChange(filter: { from: "2023-02-01" }) { incidents }""", "filter.to")]
    [InlineData("""clusters(method: ST_DBSCAN) { noise }""", "epsilonDays")]
    [InlineData("""hotspots(unit: AREA, areaKind: "ward") { hot }""", "4 or more")]
    [InlineData("""density { contours(volumes: [120]) }""", "between 0 and 100")]
    public async Task Bad_input_is_named(string field, string message)
    {
        var town = await servers.TownAsync();
        var (code, text, _) = await town.RefusalAsync($$"""{ jurisdiction(code: "town") { {{field}} } }""");
        Assert.Equal("BAD_USER_INPUT", code);
        Assert.Contains(message, text);
    }

    private static async Task<JsonElement> FieldAsync(TestServer town, string field) =>
        (await town.QueryAsync($$"""{ jurisdiction(code: "town") { {{field}} } }""")).GetProperty("jurisdiction").EnumerateObject().Single().Value;
}
