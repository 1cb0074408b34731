using System.Net;
using System.Text.Json;

namespace GeoCrime.Api.Tests;

public class StaffingTests(Servers servers)
{
    private const string Query = """
        query ($input: StaffingInput!) { jurisdiction(code: "town") { staffing(input: $input) {
          run { study } scorecard { origins mae baselines { name mae } note } shifts totalUnits headcount unmet explanation warnings csvUrl
          figures { units unmet meanWaitMinutes probabilityWithinTarget overloadedShare shiftsOnTarget shifts } curve { units unmet }
          baseline { unmet } comparison { currentPlan { units } samePosts { units } note }
          rows { area { code } shift weekday expectedIncidents loadErlangs units requiredUnits requiredUnitsP50 requiredUnitsP80 requiredUnitsP95 meanWaitMinutes probabilityWithinTarget
            currentPlan { units meanWaitMinutes } baseline { expectedIncidents units } } } } }
        """;

    [Fact]
    public async Task A_plan_answers_with_all_that_the_contract_names()
    {
        var plan = await PlanAsync(new { kind = "ward", from = "2023-12-25", units = 4, reliefFactor = 1.7 });
        Assert.Equal("STAFFING", plan.GetProperty("run").GetProperty("study").GetString());
        Assert.Equal(["Day", "Evening", "Night"], plan.GetProperty("shifts").EnumerateArray().Select(shift => shift.GetString()));
        var rows = plan.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(2 * 7 * 3, rows.Count);
        Assert.All(rows.GroupBy(row => (row.GetProperty("weekday").GetString(), row.GetProperty("shift").GetString())), shift => Assert.Equal(4, shift.Sum(row => row.GetProperty("units").GetInt32())));
        // Some 8 reports a day in the whole town, a few of them unlocated: a week's rows hold what a week brings.
        Assert.InRange(rows.Sum(row => row.GetProperty("expectedIncidents").GetDouble()), 35, 60);
        Assert.Equal(12, plan.GetProperty("totalUnits").GetInt32());
        Assert.Equal(20.4, plan.GetProperty("headcount").GetDouble(), 1e-9);
        Assert.Contains("reported incidents only", plan.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("baseline").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("currentPlan").ValueKind);
        Assert.Empty(plan.GetProperty("warnings").EnumerateArray());
        Assert.Contains(plan.GetProperty("curve").EnumerateArray(), point => point.GetProperty("units").GetDouble() == 6);
    }

    [Fact]
    public async Task A_scenario_and_todays_plan_stand_beside()
    {
        var plan = await PlanAsync(new
        {
            kind = "ward",
            from = "2023-12-25",
            units = 4,
            shifts = new[] { new { name = "All day", startHour = 0, hours = 23 } },
            scenario = new { changes = new[] { new { percent = 50.0, area = "west" } } },
            currentPlan = new[] { new { area = "west", weekday = "MONDAY", shift = "All day", units = 3 } },
        });
        var rows = plan.GetProperty("rows").EnumerateArray().ToList();
        foreach (var row in rows)
            Assert.Equal(
                (row.GetProperty("area").GetProperty("code").GetString() == "west" ? 1.5 : 1) * row.GetProperty("baseline").GetProperty("expectedIncidents").GetDouble(),
                row.GetProperty("expectedIncidents").GetDouble(), 1e-9);
        Assert.Equal(3, rows.Sum(row => row.GetProperty("currentPlan").GetProperty("units").GetInt32()));
        Assert.Equal(
            ["No shift covers 23:00–0:00: what is reported then is in no row.", "13 of 14 shifts by area are not in today's plan and count as 0 units."],
            plan.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()));
    }

    [Fact]
    public async Task The_simulation_stands_beside_the_formula()
    {
        var town = await servers.TownAsync();
        var data = await town.QueryAsync("""
            { jurisdiction(code: "town") { staffing(input: { kind: "ward", from: "2023-12-25", units: 4, minutesPerIncident: 90 }) {
                simulation { rows inside meanWaitMinutes formulaMinutes note } rows { meanWaitMinutes simulated { meanWaitMinutes lower upper calls } } } } }
            """);
        var simulation = data.GetProperty("jurisdiction").GetProperty("staffing").GetProperty("simulation");
        Assert.Equal(42, simulation.GetProperty("rows").GetInt32());
        Assert.InRange(simulation.GetProperty("inside").GetInt32(), 34, 42);
        Assert.Equal(1, simulation.GetProperty("meanWaitMinutes").GetDouble() / simulation.GetProperty("formulaMinutes").GetDouble(), 0.1);
    }

    [Fact]
    public async Task The_file_has_the_rows_and_is_found_by_its_address()
    {
        var town = await servers.TownAsync();
        var url = (await PlanAsync(new { kind = "ward", from = "2023-12-25", units = 4 })).GetProperty("csvUrl").GetString();
        using var response = await town.Http.GetAsync(url);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(43, lines.Length);
        Assert.StartsWith("area,name,weekday,shift,", lines[0], StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await town.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("units: 0, from: \"2023-12-25\"", "units is 0; 1…5000 is allowed.")]
    [InlineData("units: 4, from: \"2031-01-01\"", "from is 2031-01-01 with 28 days; the data end on ")]
    [InlineData("units: 4, from: \"1999-01-01\"", "from is 1999-01-01; the data begin on 2022-01-01")]
    [InlineData("units: 4, from: \"2023-12-25\", shifts: []", "shifts has 0 entries; 1…8 are allowed.")]
    [InlineData("units: 4, from: \"2023-12-25\", currentPlan: [{ area: \"north\", weekday: MONDAY, shift: \"Day\", units: 1 }]", "currentPlan, row 1, area: there is no ward 'north'.")]
    [InlineData("units: 4, from: \"2023-12-25\", scenario: { changes: [{ percent: 2000 }] }", "scenario.changes[0].percent is 2000; −100…1000 is allowed.")]
    public async Task Bad_input_is_named_by_its_field(string input, string message)
    {
        var town = await servers.TownAsync();
        var (code, said, _) = await town.RefusalAsync($$"""{ jurisdiction(code: "town") { staffing(input: { kind: "ward", {{input}} }) { unmet } } }""");
        Assert.Equal("BAD_USER_INPUT", code);
        Assert.StartsWith(message, said, StringComparison.Ordinal);
    }

    private async Task<JsonElement> PlanAsync(object input) =>
        (await (await servers.TownAsync()).QueryAsync(Query, new { input })).GetProperty("jurisdiction").GetProperty("staffing");
}
