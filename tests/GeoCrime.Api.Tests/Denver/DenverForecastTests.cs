using System.Text.Json;

namespace GeoCrime.Api.Tests.Denver;

public class DenverForecastTests(Servers servers)
{
    [Fact]
    public async Task Mean_is_that_of_the_last_28_complete_days_in_SQL()
    {
        var denver = await servers.DenverAsync();
        var counts = await DailyCounts.ReadAsync(denver);
        var forecasts = (await denver.QueryAsync("""
            { jurisdiction(code: "denver") { dataset { completeThrough } forecasts(kind: "neighborhood", model: MEAN, horizon: 14, levels: [50, 80, 95]) {
                area { code } requested model run { id study state seed datasetVersion } history { start value }
                points { start mean intervals { level lower upper } } total { mean } scorecard { origins mae baselines { name mae } coverage { level observed } note } } } }
            """)).GetProperty("jurisdiction");
        var last = counts.First.AddDays(counts.Days.Values.First().Length - 1);
        Assert.Equal($"{last:yyyy-MM-dd}", forecasts.GetProperty("dataset").GetProperty("completeThrough").GetString());
        var all = forecasts.GetProperty("forecasts").EnumerateArray().ToList();
        Assert.Equal(counts.Days.Count(area => area.Value.Sum() > 0), all.Count);
        foreach (var forecast in all)
        {
            var days = counts.Days[forecast.GetProperty("area").GetProperty("code").GetString()!];
            Assert.Equal(days, forecast.GetProperty("history").EnumerateArray().Select(point => point.GetProperty("value").GetDouble()));
            Assert.Equal($"{counts.First:yyyy-MM-dd}", forecast.GetProperty("history")[0].GetProperty("start").GetString());
            var mean = days[^28..].Average();
            var points = forecast.GetProperty("points").EnumerateArray().ToList();
            Assert.Equal(14, points.Count);
            Assert.Equal($"{last.AddDays(1):yyyy-MM-dd}", points[0].GetProperty("start").GetString());
            Assert.All(points, point => Assert.Equal(mean, point.GetProperty("mean").GetDouble(), 1e-9));
            Assert.Equal(14 * mean, forecast.GetProperty("total").GetProperty("mean").GetDouble(), 1e-9);
            Assert.All(points, point => Intervals.AssertNested(point));
            Assert.Equal("MEAN", forecast.GetProperty("model").GetString());
        }
    }

    [Fact]
    public async Task LSTM_is_not_computed_until_a_run_has_trained_it()
    {
        var denver = await servers.DenverAsync();
        var (code, message, error) = await denver.RefusalAsync("""{ jurisdiction(code: "denver") { forecasts(kind: "neighborhood", model: LSTM) { model } } }""");

        Assert.Equal("NOT_COMPUTED", code);
        Assert.Contains("startForecast", message, StringComparison.Ordinal);
        var start = error.GetProperty("extensions").GetProperty("start");
        Assert.Equal(("denver", "neighborhood", "LSTM", "DAY", 30), (
            start.GetProperty("jurisdiction").GetString(), start.GetProperty("kind").GetString(), start.GetProperty("model").GetString(), start.GetProperty("step").GetString(), start.GetProperty("horizon").GetInt32()));
    }
}
