using System.Globalization;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests;

/// <summary>columbus_cells.csv and columbus_polygons.csv: 49 neighbourhoods of Columbus, values by spdep 1.2.7 (golden_spatial.R).</summary>
internal static class Columbus
{
    private static readonly string[][] Rows =
        [.. File.ReadLines(RepositoryFiles.Golden("columbus_cells.csv")).Select(line => line.Split(','))];

    public static double[] Crime => Column("CRIME");

    public static SpatialWeights Queen { get; } = SpatialWeights.FromLists(
        [.. Text("neighbours").Select(list => list.Split(' ').Select(int.Parse).ToArray())]);

    /// <summary>Rings of each polygon, x₀, y₀, x₁, y₁, ….</summary>
    public static double[][][] Polygons() =>
        [.. File.ReadLines(RepositoryFiles.Golden("columbus_polygons.csv")).Skip(1).Select(line => line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..]
            .Split(')', StringSplitOptions.RemoveEmptyEntries)
            .Select(ring => ring.TrimStart(',', ' ', '('))
            .Where(ring => ring.Length > 0)
            .Select(ring => ring.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .ToArray())];

    public static double[] Column(string name) =>
        [.. Text(name).Select(field => double.Parse(field, CultureInfo.InvariantCulture))];

    public static string[] Text(string name)
    {
        var column = Array.IndexOf(Rows[0], name);
        return [.. Rows.Skip(1).Select(row => row[column])];
    }
}
