using System.Text.Json;

namespace GeoCrime.Api.Tests.Denver;

public class DenverRiskTests(Servers servers)
{
    private const string Query = """
        { jurisdiction(code: "denver") {
            riskScores(kind: "neighborhood") {
                intervalLevel sensitivity run { study datasetVersion } scorecard { origins pai { areaShare hitRate pai pei baselinePai } }
                scores { area { code } score lower upper rank rankLower rankUpper band expectedIncidents momentumPercent components { name value z weight contribution } } }
            forecasts(kind: "neighborhood", model: BEST) { area { code } model } } }
        """;

    [Fact]
    public async Task Volume_and_momentum_follow_from_the_daily_counts_of_SQL()
    {
        var denver = await servers.DenverAsync();
        var counts = await DailyCounts.ReadAsync(denver);
        var data = (await denver.QueryAsync(Query)).GetProperty("jurisdiction");
        var scores = data.GetProperty("riskScores").GetProperty("scores").EnumerateArray().ToDictionary(score => score.GetProperty("area").GetProperty("code").GetString()!);
        var models = data.GetProperty("forecasts").EnumerateArray().ToDictionary(forecast => forecast.GetProperty("area").GetProperty("code").GetString()!, forecast => forecast.GetProperty("model").GetString()!);
        var momentum = counts.Days.ToDictionary(area => area.Key, area => LogRatio(area.Value));
        var median = Median(momentum.Values);
        var scale = 1.4826 * Median(momentum.Values.Select(value => Math.Abs(value - median)));

        foreach (var area in new[] { "five-points", "capitol-hill", "wellshire" })
        {
            var days = counts.Days[area];
            var expected = Path(days, models[area]).Sum();
            Assert.Equal(expected, scores[area].GetProperty("expectedIncidents").GetDouble(), 1e-6);
            Assert.Equal(expected, Component(scores[area], "volume").GetProperty("value").GetDouble(), 1e-6);
            Assert.Equal(momentum[area], Component(scores[area], "momentum").GetProperty("value").GetDouble(), 1e-9);
            Assert.Equal((momentum[area] - median) / scale, Component(scores[area], "momentum").GetProperty("z").GetDouble(), 1e-9);
        }
    }

    [Fact]
    public async Task Contributions_add_up_to_scores_and_ranks_follow_them()
    {
        var denver = await servers.DenverAsync();
        var layer = (await denver.QueryAsync(Query)).GetProperty("jurisdiction").GetProperty("riskScores");
        var scores = layer.GetProperty("scores").EnumerateArray().ToList();

        Assert.Equal(78, scores.Count);
        Assert.Equal(80, layer.GetProperty("intervalLevel").GetDouble());
        string[] bands = ["LOW", "GUARDED", "ELEVATED", "HIGH", "SEVERE"];
        foreach (var score in scores)
        {
            var components = score.GetProperty("components").EnumerateArray().ToList();
            var total = score.GetProperty("score").GetDouble();
            Assert.Equal(total, components.Sum(component => component.GetProperty("contribution").GetDouble()), 1e-9);
            Assert.Equal(1, components.Sum(component => component.GetProperty("weight").GetDouble()), 1e-9);
            Assert.All(components, component => Assert.Equal(
                component.GetProperty("weight").GetDouble() * (component.GetProperty("z") is { ValueKind: JsonValueKind.Number } z ? 100 / (1 + Math.Exp(-z.GetDouble())) : 50),
                component.GetProperty("contribution").GetDouble(), 1e-9));
            Assert.InRange(total, score.GetProperty("lower").GetDouble(), score.GetProperty("upper").GetDouble());
            Assert.InRange(score.GetProperty("rank").GetInt32(), score.GetProperty("rankLower").GetInt32(), score.GetProperty("rankUpper").GetInt32());
            Assert.Equal(bands[Math.Min(4, (int)(total / 20))], score.GetProperty("band").GetString());
        }
        Assert.Equal(Enumerable.Range(1, 78), scores.Select(score => score.GetProperty("rank").GetInt32()));
        Assert.Equal(scores.Select(score => score.GetProperty("score").GetDouble()).OrderDescending(), scores.Select(score => score.GetProperty("score").GetDouble()));
        Assert.Contains(layer.GetProperty("scorecard").GetProperty("pai").EnumerateArray(), row => row.GetProperty("hitRate").GetDouble() > 0);
    }

    private static JsonElement Component(JsonElement score, string name) =>
        score.GetProperty("components").EnumerateArray().Single(component => component.GetProperty("name").GetString() == name);

    /// <summary>28 days by the plain model that answered.</summary>
    private static double[] Path(double[] days, string model) => model switch
    {
        "MEAN" => [.. Enumerable.Repeat(days[^28..].Average(), 28)],
        "SEASONAL_NAIVE" => [.. Enumerable.Range(0, 28).Select(step => days[days.Length - 7 + (step % 7)])],
        "NAIVE" => [.. Enumerable.Repeat(days[^1], 28)],
        "DRIFT" => [.. Enumerable.Range(1, 28).Select(step => Math.Max(0, days[^1] + (step * (days[^1] - days[0]) / (days.Length - 1))))],
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No plain model."),
    };

    /// <summary>ln((y + 5) / (e + 5)): the last 28 days against the same days of up to three years before, scaled by the years' levels.</summary>
    private static double LogRatio(double[] days)
    {
        var end = days.Length;
        double Sum(int from, int to) => days[from..to].Sum();
        var expectations = new List<double>();
        for (var year = 1; year <= 3 && end - (364 * year) - 28 - 364 >= 0; year++)
        {
            var then = end - (364 * year);
            if (Sum(then - 392, then - 28) > 0)
                expectations.Add(Sum(then - 28, then) * Sum(end - 392, end - 28) / Sum(then - 392, then - 28));
        }
        return Math.Log((Sum(end - 28, end) + 5) / (expectations.Average() + 5));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
