namespace GeoCrime.Api.Tests.Imports;

public class CategoryTests(Servers servers)
{
    private const string Set = "mutation($c: [CategoryInput!]!) { setCategories(jurisdiction: \"town\", categories: $c) { changed dataVersion } }";

    [Fact]
    public async Task Weights_set_by_hand_raise_the_version_and_every_severity_follows()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 60);
        await using var server = await TestServer.StartAsync(database);
        const string query = "{ jurisdiction(code: \"town\") { dataset { version incidents } offenceCategories { code label group severity incidents } counts(by: [CATEGORY]) { keys incidents severity } } }";
        var before = (await server.QueryAsync(query)).GetProperty("jurisdiction");

        var change = (await server.QueryAsync(Set, new { c = new[] { new { code = "assault", label = "Assault", group = "violence", severity = 40 } } })).GetProperty("setCategories");
        var after = (await server.QueryAsync(query)).GetProperty("jurisdiction");

        Assert.Equal(1, change.GetProperty("changed").GetInt32());
        var version = after.GetProperty("dataset").GetProperty("version").GetString();
        Assert.Equal(change.GetProperty("dataVersion").GetString(), version);
        Assert.NotEqual(before.GetProperty("dataset").GetProperty("version").GetString(), version);
        var assaults = after.GetProperty("counts").EnumerateArray().Single(row => row.GetProperty("keys")[0].GetString() == "assault");
        Assert.Equal(40.0 * assaults.GetProperty("incidents").GetInt32(), assaults.GetProperty("severity").GetDouble());
        Assert.Contains("assault,Assault,violence,40,false", await server.Http.GetStringAsync("/categories/town.csv", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weight_out_of_range_is_refused_with_what_is_allowed()
    {
        var town = await servers.TownAsync();

        var (code, message, _) = await town.RefusalAsync(Set, new { c = new[] { new { code = "theft", label = "Theft", group = "property", severity = 101 } } });

        Assert.Equal(("BAD_USER_INPUT", "Category 'theft' has severity 101, which is not in 1–100."), (code, message));
    }

    [Fact]
    public async Task Areas_are_loaded_from_a_file_that_was_sent()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 30);
        await using var server = await TestServer.StartAsync(database);
        var upload = await Sender.SendAsync(server, "halves.geojson", """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"no":"N","title":"North","people":10},"geometry":{"type":"Polygon","coordinates":[[[-105.02,39.71],[-104.98,39.71],[-104.98,39.72],[-105.02,39.72],[-105.02,39.71]]]}},
            {"type":"Feature","properties":{"no":"S","title":"South","people":20},"geometry":{"type":"Polygon","coordinates":[[[-105.02,39.70],[-104.98,39.70],[-104.98,39.71],[-105.02,39.71],[-105.02,39.70]]]}}]}
            """u8.ToArray());

        var input = new { upload, jurisdiction = "town", kind = "half", codeProperty = "no", nameProperty = "title", populationProperty = "people" };
        var run = await Sender.EndAsync(server, (await server.QueryAsync("mutation($input: AreaFileInput!) { loadAreas(input: $input) { id } }", new { input })).GetProperty("loadAreas").GetProperty("id").GetString()!);

        Assert.Equal(("SUCCEEDED", 2), (run.GetProperty("state").GetString(), run.GetProperty("metrics").GetProperty("areas").GetInt32()));
        var areas = (await server.QueryAsync("{ jurisdiction(code: \"town\") { areas(kind: \"half\") { code name population incidents } } }")).GetProperty("jurisdiction").GetProperty("areas").EnumerateArray().ToList();
        Assert.Equal([("N", "North", 10), ("S", "South", 20)], areas.Select(area => (area.GetProperty("code").GetString()!, area.GetProperty("name").GetString()!, area.GetProperty("population").GetInt32())));
        Assert.All(areas, area => Assert.True(area.GetProperty("incidents").GetInt32() > 0));
    }
}
