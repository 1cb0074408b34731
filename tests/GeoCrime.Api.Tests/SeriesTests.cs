namespace GeoCrime.Api.Tests;

/// <summary>What /graphql says of series: movers, decomposition, diagnostics, and which forecasts a run trains.</summary>
public class SeriesTests(Servers servers)
{
    [Fact]
    public async Task Movers_decomposition_and_diagnostics_are_served()
    {
        var town = await servers.TownAsync();

        var data = (await town.QueryAsync("""
            { jurisdiction(code: "town") {
                movers(kind: "ward", horizonDays: 28, direction: DECREASE, against: PREVIOUS_WINDOW) { run { study seed } scorecard { origins note } movers { area { code } previous expected changePercent lower upper } }
                decomposition(step: DAY) { method seasonalStrength trendStrength points { start observed trend seasonal remainder } }
                weekAndYear: decomposition(step: DAY, method: MSTL) { method seasons { steps strength } points { seasonal seasonals } }
                seriesDefects(step: DAY) { steps known zero longestGap note outliers { start count expected score } shifts { start before after score } }
                diagnostics(step: DAY, lags: 14) { adf { statistic pValue lags verdict } kpss { verdict } acf pacf confidence verdict }
            } }
            """)).GetProperty("jurisdiction");

        Assert.Equal("FORECAST", data.GetProperty("movers").GetProperty("run").GetProperty("study").GetString());
        foreach (var mover in data.GetProperty("movers").GetProperty("movers").EnumerateArray())
        {
            Assert.True(mover.GetProperty("expected").GetDouble() < mover.GetProperty("previous").GetDouble());
            Assert.True(mover.GetProperty("lower").GetDouble() <= mover.GetProperty("upper").GetDouble());
        }
        var points = data.GetProperty("decomposition").GetProperty("points").EnumerateArray().ToArray();
        Assert.Equal("STL", data.GetProperty("decomposition").GetProperty("method").GetString());
        Assert.All(points, point => Assert.Equal(
            point.GetProperty("observed").GetDouble(),
            point.GetProperty("trend").GetDouble() + point.GetProperty("seasonal").GetDouble() + point.GetProperty("remainder").GetDouble(), 1e-6));
        var several = data.GetProperty("weekAndYear");
        Assert.Equal(7, several.GetProperty("seasons")[0].GetProperty("steps").GetInt32());
        Assert.All(several.GetProperty("points").EnumerateArray(), point => Assert.Equal(point.GetProperty("seasonal").GetDouble(), point.GetProperty("seasonals").EnumerateArray().Sum(each => each.GetDouble()), 1e-6));
        var defects = data.GetProperty("seriesDefects");
        Assert.Equal(points.Length, defects.GetProperty("known").GetInt32());
        Assert.Contains("days are", defects.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal(15, data.GetProperty("diagnostics").GetProperty("acf").GetArrayLength());
    }

    [Fact]
    public async Task Wards_add_up_to_the_town_where_asked_for()
    {
        var town = await servers.TownAsync();
        const string points = "{ points { start mean intervals { lower upper } } }";

        var data = (await town.QueryAsync($$"""
            { jurisdiction(code: "town") { wards: forecasts(kind: "ward", horizon: 14, coherentWith: "ward") {{points}} town: forecasts(horizon: 14, coherentWith: "ward") {{points}} } }
            """)).GetProperty("jurisdiction");

        var whole = data.GetProperty("town")[0].GetProperty("points").EnumerateArray().ToArray();
        for (var h = 0; h < 14; h++)
        {
            var sum = data.GetProperty("wards").EnumerateArray().Sum(ward => ward.GetProperty("points")[h].GetProperty("mean").GetDouble());
            // What lies in no ward is a part of its own.
            Assert.InRange(sum, 0, whole[h].GetProperty("mean").GetDouble() + 1e-6);
        }
        Assert.All(whole, point => Assert.True(point.GetProperty("intervals")[0].GetProperty("lower").GetDouble() >= 0));
    }

    [Theory]
    [InlineData("forecasts(kind: \"ward\", coherentWith: \"beat\") { model }", "There is no area kind 'beat'")]
    [InlineData("decomposition(kind: \"ward\") { method }", "kind and code stand together")]
    [InlineData("decomposition(kind: \"ward\", code: \"north\") { method }", "There is no ward 'north'")]
    [InlineData("diagnostics(lags: 0) { verdict }", "lags is 0; 1…400 are allowed.")]
    [InlineData("movers(kind: \"ward\", direction: INCREASE, horizonDays: 10000) { run { id } }", "horizon is 10000; 1…366 steps of a day are allowed.")]
    public async Task Bad_input_is_refused_in_words(string field, string message)
    {
        var town = await servers.TownAsync();

        var (code, said, _) = await town.RefusalAsync($$"""{ jurisdiction(code: "town") { {{field}} } }""");

        Assert.Equal("BAD_USER_INPUT", code);
        Assert.StartsWith(message, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trained_model_without_a_run_says_how_to_start_one()
    {
        var town = await servers.TownAsync();

        var (code, said, _) = await town.RefusalAsync("""{ jurisdiction(code: "town") { forecasts(kind: "ward", model: NEGATIVE_BINOMIAL, horizon: 9) { model } } }""");

        Assert.Equal("NOT_COMPUTED", code);
        Assert.StartsWith("The NEGATIVE_BINOMIAL forecast is not computed yet", said, StringComparison.Ordinal);
    }
}
