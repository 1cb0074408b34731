using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Networks of one shape as named tensors of a model file.</summary>
internal static class NetworkTensors
{
    /// <param name="prefix">What their names begin with.</param>
    public static IEnumerable<(string Name, int[] Shape, float[] Values)> Of(IReadOnlyList<ForecastNetwork> networks, string prefix) =>
        networks.SelectMany((network, n) => network.Slices.Select(
            slice => (Name(prefix, n, slice), new[] { slice.Rows, slice.Columns }, slice.Of(network.Values).ToArray())));

    /// <exception cref="InvalidDataException">A tensor is missing or has another shape; the message names it.</exception>
    public static ForecastNetwork[] Read(TensorFile file, NetworkShape shape, int count, string prefix)
    {
        var tensors = file.Tensors.ToDictionary(tensor => tensor.Name);
        var networks = Enumerable.Range(0, count).Select(_ => new ForecastNetwork(shape)).ToArray();
        for (var n = 0; n < count; n++)
        {
            foreach (var slice in networks[n].Slices)
            {
                var name = Name(prefix, n, slice);
                if (!tensors.TryGetValue(name, out var found) || !found.Shape.SequenceEqual([slice.Rows, slice.Columns]))
                    throw new InvalidDataException($"the model file lacks the tensor {name} of {slice.Rows} × {slice.Columns}");
                found.Values.CopyTo(slice.Of(networks[n].Values));
            }
            networks[n].Pack();
        }
        return networks;
    }

    private static string Name(string prefix, int network, ParameterSlice slice) => $"{prefix}network{network}.{slice.Name}";
}
