using System.Globalization;
using System.Text.Json;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests.Forecasting;

/// <summary>Airline passengers 1949–1960 with reference values by statsmodels 0.13.5; see golden/peers/golden_timeseries.py.</summary>
internal static class AirlineGolden
{
    public static CountSeries Series { get; } = new(new DateOnly(1949, 1, 1), SeriesStep.Month, Column("airline_decomposition.csv", "y"));

    /// <summary>A column of a reference table; NaN where empty.</summary>
    public static double[] Column(string file, string name)
    {
        var lines = File.ReadAllLines(RepositoryFiles.Golden(file));
        var at = Array.IndexOf(lines[0].Split(','), name);
        return [.. lines[1..].Select(line => line.Split(',')[at] is { Length: > 0 } text
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : double.NaN)];
    }

    public static JsonElement Model(params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Golden("airline_models.json")));
        return path.Aggregate(document.RootElement.Clone(), (element, name) => element.GetProperty(name));
    }

    public static double Number(params string[] path) => Model(path).GetDouble();

    public static double[] Numbers(params string[] path) => [.. Model(path).EnumerateArray().Select(v => v.GetDouble())];
}
