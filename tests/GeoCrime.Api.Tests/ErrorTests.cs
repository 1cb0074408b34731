using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace GeoCrime.Api.Tests;

/// <summary>What is refused, with which code, and in words that say what to do.</summary>
public class ErrorTests(Servers servers)
{
    [Theory]
    [InlineData("areas(kind: \"beat\") { code }", "There is no area kind 'beat'; there are: ward.")]
    [InlineData("areas(kind: \"ward\", within: { areas: { kind: \"ward\", codes: [\"north\"] } }) { code }", "There is no ward 'north'; there are: east, west.")]
    [InlineData("counts(by: [YEAR], filter: { categories: [\"fraud\"] }) { incidents }", "There is no offence category 'fraud'; there are: assault, theft.")]
    [InlineData("counts(by: [YEAR], filter: { where: { areas: { kind: \"ward\", codes: [\"north\"] } } }) { incidents }", "There is no ward 'north'; there are: east, west.")]
    [InlineData("counts(by: [YEAR], filter: { from: \"2023-01-02\", to: \"2023-01-02\" }) { incidents }", "The window is empty: from 2023-01-02 must lie before to 2023-01-02 (exclusive).")]
    [InlineData("counts(by: [YEAR], filter: { hours: [24] }) { incidents }", "Hour 24 is outside 0…23.")]
    [InlineData("counts(by: []) { incidents }", "Counts are grouped by one to 3 different dimensions; 0 were given.")]
    [InlineData("counts(by: [AREA]) { incidents }", "Grouping by AREA needs areaKind.")]
    [InlineData("counts(by: [YEAR], filter: { where: { bbox: { west: 1, south: 1, east: 0, north: 2 } } }) { incidents }", "bbox needs west < east within −180…180")]
    [InlineData("counts(by: [YEAR], filter: { where: { bbox: { west: -200, south: 1, east: 0, north: 2 } } }) { incidents }", "bbox needs west < east within −180…180")]
    [InlineData("counts(by: [YEAR], filter: { where: { near: { longitude: 500, latitude: 1, metres: 5 } } }) { incidents }", "near is at longitude 500, latitude 1; −180…180 and −90…90 are allowed.")]
    [InlineData("counts(by: [YEAR], filter: { where: { near: { longitude: 5, latitude: 1, metres: 0 } } }) { incidents }", "where.near needs metres above 0")]
    [InlineData("density(bandwidthMetres: 0) { max }", "bandwidthMetres is 0; 10…20000 is allowed.")]
    [InlineData("density(cellMetres: 0.1) { max }", "cellMetres is 0.1; 1…5000 is allowed.")]
    [InlineData("density(bandwidthMetres: 10, cellMetres: 1) { max }", "Cells of 1 m make more than 4194304 cells here; ask for larger ones.")]
    [InlineData("clusters(epsilonMetres: 1) { noise }", "epsilonMetres is 1; 10…5000 is allowed.")]
    [InlineData("clusters(minPoints: 1) { noise }", "minPoints is 1; 2…100000 is allowed.")]
    [InlineData("hotspots(cellMetres: 10) { hot }", "cellMetres is 10; 50…5000 is allowed.")]
    [InlineData("hotspots(permutations: -1) { hot }", "permutations is -1; 0…99999 is allowed.")]
    [InlineData("riskScores(kind: \"beat\") { intervalLevel }", "There is no area kind 'beat'; there are: ward.")]
    [InlineData("riskScores(kind: \"ward\", horizonDays: 0) { intervalLevel }", "horizonDays is 0;")]
    [InlineData("riskScores(kind: \"ward\", weights: { volume: -1 }) { intervalLevel }", "weights must be 0 or more and not all 0;")]
    [InlineData("forecasts(kind: \"beat\", model: LSTM) { model }", "There is no area kind 'beat'; there are: ward.")]
    [InlineData("forecasts(kind: \"ward\", codes: [\"north\"], model: MEAN) { model }", "There is no ward 'north'.")]
    [InlineData("forecasts(codes: [\"west\"], model: MEAN) { model }", "codes need a kind.")]
    [InlineData("forecasts(model: MEAN, horizon: 500) { model }", "horizon is 500; 1…366 steps of a day are allowed.")]
    [InlineData("forecasts(model: MEAN, levels: [100]) { model }", "levels lie between 0 and 100 per cent")]
    [InlineData("forecasts(model: MEAN, filter: { from: \"2023-01-01\" }) { model }", "A forecast uses the whole history")]
    [InlineData("area(kind: \"ward\", code: \"west\") { geometry(simplifyMetres: -1) }", "simplifyMetres is -1; 0…10000 is allowed.")]
    [InlineData("outline(simplifyMetres: 20000)", "simplifyMetres is 20000; 0…10000 is allowed.")]
    [InlineData("incidents(after: \"rubbish\") { totalCount }", "after is not a cursor of this connection and order.")]
    public async Task Bad_input_names_the_value_and_what_is_allowed(string field, string message)
    {
        var town = await servers.TownAsync();

        var (code, said, error) = await town.RefusalAsync($$"""{ jurisdiction(code: "town") { {{field}} } }""");

        Assert.Equal("BAD_USER_INPUT", code);
        Assert.StartsWith(message, said, StringComparison.Ordinal);
        Assert.Equal("jurisdiction", error.GetProperty("path")[0].GetString());
        Assert.True(error.GetProperty("locations")[0].GetProperty("line").GetInt32() >= 1);
    }

    [Theory]
    [InlineData("{ runs(first: 0) { totalCount } }", "PAGE_SIZE_LIMIT")]
    [InlineData("{ runs(first: 5000) { totalCount } }", "PAGE_SIZE_LIMIT")]
    [InlineData("{ jurisdiction(code: \"town\") { incidents(first: 1001) { totalCount } } }", "PAGE_SIZE_LIMIT")]
    [InlineData("{ jurisdiction(code: \"town\") { incidents(first: 2000000000) { totalCount } } }", "PAGE_SIZE_LIMIT")]
    [InlineData("{ runs(after: \"nowhere\") { totalCount } }", "BAD_USER_INPUT")]
    [InlineData("{ jurisdiction(code: \"town\") { counts(by: [YEAR], filter: { from: \"2023-02-30\" }) { incidents } } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ jurisdiction(code: \"town\") { counts(by: [YEAR], filter: { where: { polygon: { type: \"Point\", coordinates: [1, 2] } } }) { incidents } } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ jurisdiction(code: \"town\") { counts(by: [YEAR], filter: { where: { } }) { incidents } } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ jurisdiction(code: \"town\") { burglaries } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ jurisdiction(", "GRAPHQL_PARSE_FAILED")]
    [InlineData("mutation { startForecast(input: { jurisdiction: \"nowhere\", model: LSTM }) { id } }", "BAD_USER_INPUT")]
    [InlineData("mutation { startForecast(input: { jurisdiction: \"town\", kind: \"beat\", model: LSTM }) { id } }", "BAD_USER_INPUT")]
    [InlineData("mutation { startForecast(input: { jurisdiction: \"town\", kind: \"ward\", model: MEAN }) { id } }", "BAD_USER_INPUT")]
    [InlineData("mutation { cancelRun(id: \"nothing\") { id } }", "BAD_USER_INPUT")]
    public async Task Refusals_have_the_code_of_their_kind(string query, string code)
    {
        var town = await servers.TownAsync();

        Assert.Equal(code, (await town.RefusalAsync(query)).Code);
    }

    [Fact]
    public async Task Unknown_jurisdiction_is_null_and_unknown_node_too()
    {
        var town = await servers.TownAsync();

        var data = await town.QueryAsync("""{ jurisdiction(code: "nowhere") { id } a: node(id: "area:town:ward:north") { id } b: node(id: "incident:town:x") { id } c: node(id: "::::") { id } run(id: "none") { id } }""");

        Assert.All(data.EnumerateObject(), field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind));
    }

    [Fact]
    public async Task Cursor_of_another_order_is_refused()
    {
        var town = await servers.TownAsync();
        var cursor = (await town.QueryAsync("""{ jurisdiction(code: "town") { incidents(first: 1, orderBy: SEVERITY_DESC) { pageInfo { endCursor } } } }"""))
            .GetProperty("jurisdiction").GetProperty("incidents").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var (code, _, _) = await town.RefusalAsync("query($after: String) { jurisdiction(code: \"town\") { incidents(after: $after, orderBy: OCCURRED_ASC) { totalCount } } }", new { after = cursor });

        Assert.Equal("BAD_USER_INPUT", code);
    }

    [Fact]
    public async Task Deep_query_is_stopped()
    {
        var town = await servers.TownAsync();
        var deep = "{ __typename }";
        for (var level = 0; level < 60; level++)
            deep = $"{{ edges {{ node {{ jurisdiction {{ code }} }} }} nodes {deep} }}";

        Assert.Equal("DEPTH_LIMIT", (await town.RefusalAsync($"{{ runs {deep} }}")).Code);
    }

    [Theory]
    [InlineData("{ not json", "application/json", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("""{"query":"{ __typename }"}""", "text/plain", HttpStatusCode.Forbidden, "CROSS_SITE_REQUEST")]
    [InlineData("query=%7B__typename%7D", "application/x-www-form-urlencoded", HttpStatusCode.Forbidden, "CROSS_SITE_REQUEST")]
    public async Task Broken_requests_get_a_status_and_a_code(string body, string type, HttpStatusCode status, string code)
    {
        var town = await servers.TownAsync();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);

        using var response = await town.Http.PostAsync("/graphql", content);

        Assert.Equal(status, response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Huge_body_is_refused_whether_its_length_is_told_or_not(bool chunked)
    {
        var town = await servers.TownAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent($$"""{"query":"{ __typename }","operationName":"{{new string('x', 1_020_000)}}"}""", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await town.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("BODY_LIMIT", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mutation_by_GET_is_refused_and_changes_nothing()
    {
        var town = await servers.TownAsync();
        var query = Uri.EscapeDataString("mutation { startForecast(input: { jurisdiction: \"town\", kind: \"ward\", model: LSTM, horizon: 3 }) { id } }");

        using var response = await town.Http.GetAsync($"/graphql?query={query}");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("MUTATION_BY_GET", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await town.SqlAsync("SELECT id FROM geocrime.run WHERE parameters->>'horizon' = '3'"));
    }

    [Fact]
    public async Task Query_by_GET_is_answered_and_an_unknown_form_is_not_acceptable()
    {
        var town = await servers.TownAsync();
        var query = $"/graphql?query={Uri.EscapeDataString("{ jurisdictions { code } }")}";
        using var request = new HttpRequestMessage(HttpMethod.Get, query);
        request.Headers.Accept.ParseAdd("image/png");

        Assert.Contains("town", await town.Http.GetStringAsync(query), StringComparison.Ordinal);
        using var response = await town.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }
}
