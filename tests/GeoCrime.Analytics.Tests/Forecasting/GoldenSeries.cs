using System.Globalization;
using System.Text.Json;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests.Forecasting;

/// <summary>Denver's count series under golden/series with their backtest origins (see golden/forecast-peers.md).</summary>
internal static class GoldenSeries
{
    public static IReadOnlyList<CountSeries> Load(string level, SeriesStep step)
    {
        var lines = File.ReadAllLines(RepositoryFiles.Golden($"series/denver_{level}.csv"));
        var start = DateOnly.Parse(lines[1].Split(',')[0], CultureInfo.InvariantCulture);
        var rows = lines[1..].Select(line => line.Split(',')).ToArray();
        return [.. Enumerable.Range(1, rows[0].Length - 1).Select(column => new CountSeries(
            start, step, [.. rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))]))];
    }

    public static int[] Origins(string level, string name = "origins5")
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Golden($"series/denver_{level}.json")));
        return [.. document.RootElement.GetProperty(name).EnumerateArray().Select(o => o.GetInt32())];
    }
}
