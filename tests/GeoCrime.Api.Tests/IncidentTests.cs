using System.Text.Json;

namespace GeoCrime.Api.Tests;

public class IncidentTests(Servers servers)
{
    [Theory]
    [InlineData("OCCURRED_ASC", "i.occurred_local, i.id")]
    [InlineData("SEVERITY_DESC", "c.severity DESC, i.id DESC")]
    public async Task Pages_hold_every_incident_of_the_filter_once_and_the_total_tells_how_many(string order, string sql)
    {
        var town = await servers.TownAsync();
        const string query = """
            query($after: String, $order: IncidentOrder) { jurisdiction(code: "town") { incidents(filter: { from: "2022-12-20", to: "2023-01-20", categories: ["theft"] }, first: 17, after: $after, orderBy: $order) {
                totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } }
            """;
        var ids = new List<string>();
        string? after = null;
        JsonElement page;
        do
        {
            page = (await town.QueryAsync(query, new { after, order })).GetProperty("jurisdiction").GetProperty("incidents");
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        while (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        var expected = await town.SqlAsync($"""
            SELECT 'incident:town:' || i.id FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id
            WHERE c.code = 'theft' AND i.occurred_local >= '2022-12-20' AND i.occurred_local < '2023-01-20' ORDER BY {sql}
            """);

        Assert.Equal(expected.Select(row => (string)row[0]!), ids);
        Assert.Equal(ids.Count, page.GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Incident_is_found_by_its_id_and_its_category_tells_how_many_there_are()
    {
        var town = await servers.TownAsync();
        var row = (await town.SqlAsync("""
            SELECT i.id, ST_X(i.geom), to_char(i.occurred_local, 'YYYY-MM-DD"T"HH24:MI:SS'), c.code, (SELECT count(*) FROM geocrime.incident o WHERE o.category_id = c.id)
            FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id WHERE i.geom IS NOT NULL AND i.occurred_local >= '2022-07-01' ORDER BY i.occurred_local LIMIT 1
            """)).Single();

        var node = (await town.QueryAsync($$"""{ node(id: "incident:town:{{row[0]}}") { ... on Incident { occurredAt location category { code incidents } } } }""")).GetProperty("node");

        Assert.Equal($"{row[2]}-06:00", node.GetProperty("occurredAt").GetString());
        Assert.Equal((double)row[1]!, node.GetProperty("location").GetProperty("coordinates")[0].GetDouble(), 1e-7);
        Assert.Equal(((string)row[3]!, (long)row[4]!), (node.GetProperty("category").GetProperty("code").GetString(), node.GetProperty("category").GetProperty("incidents").GetInt64()));
    }

    [Fact]
    public async Task Data_set_tells_what_was_loaded()
    {
        var town = await servers.TownAsync();
        var row = (await town.SqlAsync("SELECT count(*), count(geom), min(occurred_local)::date::text, (max(occurred_local)::date + 1)::text FROM geocrime.incident")).Single();

        var dataset = (await town.QueryAsync("""
            { jurisdiction(code: "town") { analysisCrs synthetic dataset { incidents located from to quality { rows accepted quarantined duplicates unlocated } }
                offenceCategories { code incidents } areas(kind: "ward") { code population incidents } } }
            """)).GetProperty("jurisdiction");

        var (data, quality) = (dataset.GetProperty("dataset"), dataset.GetProperty("dataset").GetProperty("quality"));
        Assert.Equal("EPSG:32613", dataset.GetProperty("analysisCrs").GetString());
        Assert.Equal(((long)row[0]!, (long)row[1]!, (string)row[2]!, (string)row[3]!), (data.GetProperty("incidents").GetInt64(), data.GetProperty("located").GetInt64(), data.GetProperty("from").GetString(), data.GetProperty("to").GetString()));
        Assert.Equal(quality.GetProperty("rows").GetInt64(), quality.GetProperty("accepted").GetInt64() + quality.GetProperty("quarantined").GetInt64() + quality.GetProperty("duplicates").GetInt64());
        Assert.Equal((long)row[0]! - (long)row[1]!, quality.GetProperty("unlocated").GetInt64());
        Assert.Equal((long)row[0]!, dataset.GetProperty("offenceCategories").EnumerateArray().Sum(category => category.GetProperty("incidents").GetInt64()));
        Assert.Equal((long)row[1]!, dataset.GetProperty("areas").EnumerateArray().Sum(ward => ward.GetProperty("incidents").GetInt64()));
        Assert.Equal([1000, 3000], dataset.GetProperty("areas").EnumerateArray().Select(ward => ward.GetProperty("population").GetInt32()).Order());
    }
}
