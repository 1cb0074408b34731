using System.Text.Json;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests.Learning;

/// <summary>One case of golden/neural.json, made by golden/peers/golden_neural.py with PyTorch in double precision.</summary>
internal sealed class NeuralGolden(JsonElement root)
{
    public static NeuralGolden Case(string start)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Golden("neural.json")));
        return new NeuralGolden(document.RootElement.EnumerateObject().Single(p => p.Name.StartsWith(start)).Value.Clone());
    }

    public double[] this[params string[] path]
    {
        get
        {
            var element = root;
            foreach (var name in path)
                element = element.GetProperty(name);
            var values = new List<double>();
            Flatten(element, values);
            return [.. values];
        }
    }

    private static void Flatten(JsonElement element, List<double> values)
    {
        if (element.ValueKind != JsonValueKind.Array)
            values.Add(element.GetDouble());
        else
            foreach (var item in element.EnumerateArray())
                Flatten(item, values);
    }
}
