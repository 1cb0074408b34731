using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class LayerNormTests
{
    [Fact]
    public void Layer_equals_PyTorch_forward_and_backward()
    {
        const int rows = 3, columns = 5;
        var golden = NeuralGolden.Case("layernorm");
        float[] parameters = [.. Floats(golden["parameters", "weight"]), .. Floats(golden["parameters", "bias"])];
        var layer = new LayerNorm(columns);
        var input = Floats(golden["input"]);
        var output = new float[rows * columns];
        layer.Forward(parameters, input, output);
        AssertClose(golden["output"], output);
        var (byInput, gradient) = (new float[rows * columns], new float[2 * columns]);
        layer.Backward(parameters, input, Floats(golden["coefficient"]), byInput, gradient);
        AssertClose(golden["inputGradient"], byInput);
        AssertClose([.. golden["gradients", "weight"], .. golden["gradients", "bias"]], gradient);
    }

    [Fact]
    public void Shift_and_scale_of_a_row_do_not_matter()
    {
        var layer = new LayerNorm(4);
        float[] parameters = [1, 1, 1, 1, 0, 0, 0, 0], first = new float[4], second = new float[4];
        layer.Forward(parameters, [1, 2, 3, 6], first);
        layer.Forward(parameters, [110, 120, 130, 160], second);
        for (var j = 0; j < 4; j++)
            Assert.Equal(first[j], second[j], 1e-4);
        Assert.Equal(0, first.Sum(), 1e-5);
    }

    [Fact]
    public void Equal_values_become_the_bias()
    {
        var output = new float[2];
        new LayerNorm(2).Forward([3, 3, 0.5f, -1], [7, 7], output);
        Assert.Equal([0.5f, -1f], output);
    }

    [Fact]
    public void No_columns_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new LayerNorm(0));

    private static float[] Floats(double[] values) => [.. values.Select(v => (float)v)];

    private static void AssertClose(double[] expected, float[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5);
    }
}
