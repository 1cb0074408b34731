using System.Net.Http.Json;
using System.Text.Json;

namespace GeoCrime.Api.Tests;

public class SpaceTimeTests(Servers servers)
{
    [Fact]
    public async Task Emerging_cells_tile_the_town_and_their_patterns_add_up()
    {
        var layer = await AskAsync("emergingHotspots(cellMetres: 300, stepDays: 28) { run { study parameters } from to steps patterns { pattern cells } cells { id pattern incidents hotSteps coldSteps trendZ trendP senSlope lastZ geometry } }");
        Assert.Equal("EMERGING", layer.GetProperty("run").GetProperty("study").GetString());
        var cells = layer.GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(cells.Count, layer.GetProperty("patterns").EnumerateArray().Sum(each => each.GetProperty("cells").GetInt32()));
        Assert.Equal(layer.GetProperty("steps").GetInt32() * 28, (Date(layer, "to").DayNumber - Date(layer, "from").DayNumber));
        Assert.All(cells, cell =>
        {
            Assert.Equal("Polygon", cell.GetProperty("geometry").GetProperty("type").GetString());
            Assert.InRange(cell.GetProperty("trendP").GetDouble(), 0, 1);
        });
        // Incidents lie anywhere in the town alike.
        Assert.True(cells.Count(cell => cell.GetProperty("pattern").GetString() == "NONE") > 0.9 * cells.Count);
    }

    [Fact]
    public async Task Only_cells_with_a_pattern_and_only_those_in_the_box_are_sent_on_request()
    {
        var layer = await AskAsync("emergingHotspots(cellMetres: 300) { all: cells { id } some: cells(patternedOnly: true) { pattern } west: cells(bbox: {west: -105.02, south: 39.70, east: -105.01, north: 39.71}) { id } }");
        Assert.All(layer.GetProperty("some").EnumerateArray(), cell => Assert.NotEqual("NONE", cell.GetProperty("pattern").GetString()));
        Assert.InRange(layer.GetProperty("west").GetArrayLength(), 1, layer.GetProperty("all").GetArrayLength() / 2);
    }

    [Fact]
    public async Task Near_repeats_have_a_row_a_band_and_zones_in_order_of_risk()
    {
        var layer = await AskAsync("""nearRepeat(filter: {categories: ["theft"]}, metres: [100, 200], days: [7, 14], permutations: 49) { run { study seed } incidents asOf bands { fromMetres toMetres fromDays toDays pairs expected ratio p } zones { id risk } }""");
        Assert.Equal(("NEAR_REPEAT", 1), (layer.GetProperty("run").GetProperty("study").GetString(), layer.GetProperty("run").GetProperty("seed").GetInt32()));
        var bands = layer.GetProperty("bands").EnumerateArray().ToList();
        Assert.Equal([(100, 7), (100, 14), (200, 7), (200, 14)], bands.Select(band => (band.GetProperty("toMetres").GetInt32(), band.GetProperty("toDays").GetInt32())));
        // Nothing is contagious in this town.
        Assert.All(bands, band => Assert.InRange(band.GetProperty("ratio").GetDouble(), 0.7, 1.4));
        var risks = layer.GetProperty("zones").EnumerateArray().Select(zone => zone.GetProperty("risk").GetDouble()).ToList();
        Assert.Equal(risks.OrderDescending(), risks);
        Assert.NotEmpty(risks);
    }

    [Fact]
    public async Task Predicted_places_carry_a_scorecard_or_say_why_there_is_none()
    {
        var forecast = await AskAsync("placeForecast(cellMetres: 200) { run { study } asOf units scorecard { origins beatsBaseline note baselines { name } pai { areaShare hitRate pai pei baselinePai } } methods { method areaShare pai { mean lower upper } } cells { id rank share } }");
        var (card, cells) = (forecast.GetProperty("scorecard"), forecast.GetProperty("cells").EnumerateArray().ToList());
        Assert.Equal("PLACES", forecast.GetProperty("run").GetProperty("study").GetString());
        Assert.Equal(Enumerable.Range(1, cells.Count), cells.Select(cell => cell.GetProperty("rank").GetInt32()));
        Assert.Equal((int)Math.Ceiling(0.1 * forecast.GetProperty("units").GetInt32()), cells.Count);
        Assert.Equal(card.GetProperty("origins").GetInt32() == 0 ? 0 : 5, card.GetProperty("pai").GetArrayLength());
        Assert.NotEmpty(card.GetProperty("note").GetString()!);
    }

    [Fact]
    public async Task Stability_counts_no_cell_in_more_settings_than_there_are()
    {
        var layer = await AskAsync("hotspotStability(cellMetres: 250) { run { study } settings cellSizes cells { hot cold settings } significant: cells(significantOnly: true) { hot cold } }");
        Assert.Equal([125, 250, 375], layer.GetProperty("cellSizes").EnumerateArray().Select(size => size.GetDouble()));
        Assert.All(layer.GetProperty("cells").EnumerateArray(), cell => Assert.InRange(cell.GetProperty("settings").GetInt32(), 0, layer.GetProperty("settings").GetInt32()));
        Assert.All(layer.GetProperty("significant").EnumerateArray(), cell => Assert.True(cell.GetProperty("hot").GetInt32() + cell.GetProperty("cold").GetInt32() > 0));
    }

    [Fact]
    public async Task Places_are_listed_by_kind_and_reports_are_set_beside_them()
    {
        var kinds = await AskAsync("placeKinds { code label places }");
        Assert.Equal([("liquor-licence", "Liquor licence", 12), ("transit-stop", "transit stop", 1)],
            kinds.EnumerateArray().Select(kind => (kind.GetProperty("code").GetString(), kind.GetProperty("label").GetString(), kind.GetProperty("places").GetInt32())));
        var bars = (await AskAsync("places(kind: \"liquor-licence\") { id name location }")).EnumerateArray().ToList();
        Assert.Equal(("town:liquor-licence:b00", "Bar 0", -105.019), (bars[0].GetProperty("id").GetString(), bars[0].GetProperty("name").GetString(), bars[0].GetProperty("location").GetProperty("coordinates")[0].GetDouble()));

        var layer = await AskAsync("""
            placeCorrelation(kind: "liquor-licence", filter: {categories: ["theft"]}, permutations: 99) {
              run { study seed } kind { code places } incidents against densityPearson densitySpearman moran { value expected p }
              distances { fromMetres toMetres incidents squareKilometres perSquareKilometre ratio p } crossK { metres placesPerIncident expected lower upper p }
              cells { incidents places quadrant value pseudoP adjustedP } significant: cells(significantOnly: true) { adjustedP }
            }
            """);
        Assert.Equal(("NEARBY", "ALL_REPORTS", 12), (layer.GetProperty("run").GetProperty("study").GetString(), layer.GetProperty("against").GetString(), layer.GetProperty("kind").GetProperty("places").GetInt32()));
        var bands = layer.GetProperty("distances").EnumerateArray().ToList();
        Assert.Equal(layer.GetProperty("incidents").GetInt32(), bands.Sum(band => band.GetProperty("incidents").GetInt32()));
        Assert.Equal(JsonValueKind.Null, bands[^1].GetProperty("toMetres").ValueKind);
        // Reports lie anywhere alike: near bars as elsewhere, and thefts as assaults.
        Assert.All(bands, band => Assert.InRange(band.GetProperty("ratio").GetDouble(), 0.8, 1.25));
        Assert.All(layer.GetProperty("crossK").EnumerateArray(), row => Assert.InRange(row.GetProperty("expected").GetDouble(), row.GetProperty("lower").GetDouble(), row.GetProperty("upper").GetDouble()));
        Assert.Equal(12, layer.GetProperty("cells").EnumerateArray().Sum(cell => cell.GetProperty("places").GetInt32()));
        Assert.InRange(layer.GetProperty("moran").GetProperty("value").GetDouble(), -0.2, 0.2);
        Assert.All(layer.GetProperty("significant").EnumerateArray(), cell => Assert.True(cell.GetProperty("adjustedP").GetDouble() < 0.1));
    }

    [Theory]
    [InlineData("emergingHotspots(cellMetres: 300) { geoJsonUrl run { id } cells { id } }", "cells")]
    [InlineData("nearRepeat(permutations: 9) { geoJsonUrl run { id } zones { id } }", "zones")]
    [InlineData("placeForecast(cellMetres: 200) { geoJsonUrl run { id } cells { id } }", "cells")]
    [InlineData("hotspotStability { geoJsonUrl run { id } cells { id } }", "cells")]
    [InlineData("placeCorrelation(kind: \"liquor-licence\") { geoJsonUrl run { id } cells { id } }", "cells")]
    public async Task GeoJSON_holds_what_GraphQL_answers_and_names_its_run(string field, string list)
    {
        var layer = await AskAsync(field);
        var town = await servers.TownAsync();
        using var response = await town.Http.GetAsync(layer.GetProperty("geoJsonUrl").GetString());
        var collection = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("application/geo+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(layer.GetProperty("run").GetProperty("id").GetString(), collection.GetProperty("geocrime").GetProperty("run").GetString());
        Assert.Equal(
            layer.GetProperty(list).EnumerateArray().Select(cell => cell.GetProperty("id").GetString()),
            collection.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties").GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("emergingHotspots(stepDays: 0) { steps }", "stepDays is 0; 1…366 is allowed.")]
    [InlineData("emergingHotspots(stepDays: 366) { steps }", "patterns need 4 or more.")]
    [InlineData("emergingHotspots(filter: {from: \"2031-01-01\"}) { steps }", "No complete day lies in the window")]
    [InlineData("nearRepeat(metres: [200, 100]) { incidents }", "limits are finite, ≥ 0 and rise.")]
    [InlineData("placeForecast(horizonDays: 400) { units }", "horizonDays is 400; 1…90 is allowed.")]
    [InlineData("placeCorrelation(kind: \"pub\") { incidents }", "kind: there are no places 'pub'; there are: liquor-licence, transit-stop.")]
    [InlineData("placeCorrelation(kind: \"transit-stop\", metres: [5]) { incidents }", "metres: distance 1 is 5; distances rise within 10…5000.")]
    [InlineData("places(kind: \"pub\") { id }", "kind is 'pub'; there are: liquor-licence, transit-stop.")]
    [InlineData("hotspotStability(cellMetres: 1) { settings }", "cellMetres is 1; 100…3000 is allowed.")]
    public async Task What_cannot_be_is_the_clients_error(string field, string message)
    {
        var town = await servers.TownAsync();
        var (code, said, _) = await town.RefusalAsync($$"""{ jurisdiction(code: "town") { {{field}} } }""");
        Assert.Equal("BAD_USER_INPUT", code);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    private static DateOnly Date(JsonElement layer, string name) => DateOnly.Parse(layer.GetProperty(name).GetString()!);

    private async Task<JsonElement> AskAsync(string field) =>
        (await (await servers.TownAsync()).QueryAsync($$"""{ jurisdiction(code: "town") { {{field}} } }""")).GetProperty("jurisdiction").EnumerateObject().Single().Value;
}
