using System.Text.Json;

namespace GeoCrime.Api.Tests;

public class RiskOptionTests(Servers servers)
{
    [Fact]
    public async Task One_offence_group_a_past_day_and_a_scenario_can_be_asked_for()
    {
        var town = await servers.TownAsync();
        var group = (await town.QueryAsync("""{ jurisdiction(code: "town") { offenceCategories { code group } } }""")).GetProperty("jurisdiction").GetProperty("offenceCategories")
            .EnumerateArray().First(category => category.GetProperty("code").GetString() == "theft").GetProperty("group").GetString();

        var data = await town.QueryAsync(
            """
            query ($group: String) { jurisdiction(code: "town") {
              one: riskScores(kind: "ward", offenceGroup: $group, asOf: "2023-06-30", horizonDays: 180) { scores { expectedIncidents groups { group share } } }
              two: riskScores(kind: "ward", asOf: "2023-06-30", scenario: { changes: [{ percent: 100 }] }) { scenarioNotes scores { expectedIncidents baseline { expectedIncidents rank } } }
              none: riskScores(kind: "ward", asOf: "2023-06-30") { scenarioNotes scores { baseline { rank } fullyCounted { rank } yearTrend } scorecard { rankCorrelation } }
              perResident: riskScores(kind: "ward", per: RESIDENT, severityWeighted: true) { scores { rank } } } }
            """,
            new { group });
        var answers = data.GetProperty("jurisdiction");
        Assert.All(answers.GetProperty("one").GetProperty("scores").EnumerateArray(), score => Assert.Contains(score.GetProperty("groups").EnumerateArray(), each => each.GetProperty("group").GetString() == group));
        Assert.All(answers.GetProperty("two").GetProperty("scores").EnumerateArray(), score => Assert.Equal(
            2 * score.GetProperty("baseline").GetProperty("expectedIncidents").GetDouble(), score.GetProperty("expectedIncidents").GetDouble(), 1e-9));
        Assert.Equal(["All reports: +100 %."], answers.GetProperty("two").GetProperty("scenarioNotes").EnumerateArray().Select(note => note.GetString()));
        Assert.All(answers.GetProperty("none").GetProperty("scores").EnumerateArray(), score => Assert.Equal(JsonValueKind.Null, score.GetProperty("baseline").ValueKind));
        Assert.Equal(2, answers.GetProperty("perResident").GetProperty("scores").GetArrayLength());
    }

    [Fact]
    public async Task The_guard_against_feedback_says_where_there_is_nothing_to_guard()
    {
        var town = await servers.TownAsync();
        var feedback = (await town.QueryAsync("""{ jurisdiction(code: "town") { riskScores(kind: "ward") { feedback { officerShare categories { code } pai { officerInitiatedWeight paiAll } ranks { area { code } rankFull rankAdjusted } exposures { code } note } } } }"""))
            .GetProperty("jurisdiction").GetProperty("riskScores").GetProperty("feedback");
        Assert.Equal(0, feedback.GetProperty("officerShare").GetDouble());
        Assert.Equal("No category is marked as started by officers: there is nothing to count for less.", feedback.GetProperty("note").GetString());
        Assert.All(feedback.GetProperty("ranks").EnumerateArray(), rank => Assert.Equal(rank.GetProperty("rankFull").GetInt32(), rank.GetProperty("rankAdjusted").GetInt32()));
        Assert.Empty(feedback.GetProperty("exposures").EnumerateArray());
    }

    [Theory]
    [InlineData("offenceGroup: \"piracy\"", "offenceGroup: there is no group 'piracy'; there are: ")]
    [InlineData("officerInitiatedWeight: 1.5", "officerInitiatedWeight is 1.5; 0…1 is allowed.")]
    [InlineData("asOf: \"2031-01-01\"", "asOf is 2031-01-01; the data span 2022-01-01 to ")]
    [InlineData("weights: { volume: 0, momentum: 0, hotspot: 0, severity: 0 }", "weights must be 0 or more and not all 0; given: 0, 0, 0, 0.")]
    [InlineData("scenario: { events: [{ name: \"Fair\", from: \"2031-01-01\", percent: 5 }] }", "scenario.events[0].from: 2031-01-01 lies outside the days that are forecast")]
    public async Task Bad_input_is_named_by_its_field(string argument, string message)
    {
        var town = await servers.TownAsync();
        var (code, said, _) = await town.RefusalAsync($$"""{ jurisdiction(code: "town") { riskScores(kind: "ward", {{argument}}) { intervalLevel } } }""");
        Assert.Equal("BAD_USER_INPUT", code);
        Assert.StartsWith(message, said, StringComparison.Ordinal);
    }
}
