using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class DenseLayerTests
{
    [Fact]
    public void Linear_layer_equals_PyTorch_forward_and_backward()
    {
        const int rows = 4, inputs = 6, outputs = 3;
        var golden = NeuralGolden.Case("linear");
        var layer = new DenseLayer(inputs, outputs, rectified: false);
        layer.Pack(Weights(golden, "parameters"));
        var x = new float[rows * (inputs + 1)];
        var given = golden["input"];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j <= inputs; j++)
                x[i * (inputs + 1) + j] = j == inputs ? 1 : (float)given[i * inputs + j];
        var y = new float[rows * outputs];
        layer.Forward(x, y, outputs, rows);
        AssertClose(golden["output"], y);

        var gradient = new float[(inputs + 1) * outputs];
        var byInput = new float[rows * inputs];
        layer.Backward(
            x, y, outputs, golden["coefficient"].Select(v => (float)v).ToArray(), byInput, rows, new PackedMatrix(rows, outputs), gradient);
        AssertClose(golden["inputGradient"], byInput);
        AssertClose(Weights(golden, "gradients").Select(v => (double)v).ToArray(), gradient);
    }

    [Fact]
    public void Rectified_layer_stops_values_and_gradients_below_zero()
    {
        var layer = new DenseLayer(1, 2, rectified: true);
        layer.Pack([1, -1, 0, 0]);
        var y = new float[2];
        layer.Forward([3, 1], y, 2, 1);
        Assert.Equal([3f, 0f], y);
        var gradient = new float[4];
        var byInput = new float[1];
        layer.Backward([3, 1], y, 2, new float[] { 1, 1 }, byInput, 1, new PackedMatrix(1, 2), gradient);
        Assert.Equal([1f], byInput);
        Assert.Equal([3f, 0, 1, 0], gradient);
    }

    private static float[] Weights(NeuralGolden golden, string part)
    {
        var weight = golden[part, "weight"];
        var bias = golden[part, "bias"];
        var inputs = weight.Length / bias.Length;
        var result = new float[(inputs + 1) * bias.Length];
        for (var o = 0; o < bias.Length; o++)
        {
            for (var i = 0; i < inputs; i++)
                result[i * bias.Length + o] = (float)weight[o * inputs + i];
            result[inputs * bias.Length + o] = (float)bias[o];
        }
        return result;
    }

    private static void AssertClose(double[] expected, float[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5);
    }
}
