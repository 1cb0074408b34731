using System.Text.Json;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>The areas that have networks of their own, as a line of a model file's metadata and tensors beside the shared ones.</summary>
internal static class TunedAreaTensors
{
    /// <summary>Area, share and both losses of each: [[3, 0.5, 2.31, 2.29], …].</summary>
    public static string Describe(IReadOnlyList<TunedArea> tuned) =>
        JsonSerializer.Serialize(tuned.Select(each => new[] { each.Area, each.Share, each.SharedLoss, each.Loss }));

    public static IEnumerable<(string Name, int[] Shape, float[] Values)> Of(IReadOnlyList<TunedArea> tuned) =>
        tuned.SelectMany(each => NetworkTensors.Of(each.Networks, Prefix(each.Area)));

    /// <exception cref="InvalidDataException">The line is no such list, names an area that there is not, or a tensor is missing.</exception>
    public static TunedArea[] Read(TensorFile file, NetworkShape shape, int networks)
    {
        var rows = JsonSerializer.Deserialize<double[][]>(file.Text("tuned")) ?? [];
        var before = -1;
        foreach (var row in rows)
        {
            if (row.Length != 4 || row[0] != Math.Floor(row[0]) || row[0] <= before || row[0] >= shape.Areas || !(row[1] is > 0 and <= 1))
                throw new InvalidDataException($"the model file's tuned areas cannot be read: [{string.Join(", ", row)}] is not a further area of {shape.Areas}, a share and two losses");
            before = (int)row[0];
        }
        return [.. rows.Select(row => new TunedArea((int)row[0], NetworkTensors.Read(file, shape, networks, Prefix((int)row[0])), row[1], row[2], row[3]))];
    }

    private static string Prefix(int area) => $"area{area}.";
}
