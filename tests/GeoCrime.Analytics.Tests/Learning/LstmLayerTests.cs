using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class LstmLayerTests
{
    // Single precision against PyTorch in double precision.
    private const double Tolerance = 1e-5;

    [Fact]
    public void One_unit_and_one_step_are_what_the_hand_computes()
    {
        var layer = new LstmLayer(1, 1, needsInputGradient: true);
        // Rows: previous output, input, bias; columns: input, forget, cell, output gate.
        layer.Pack([0, 0, 0, 0, 1, 2, 3, 4, 0.5f, 0, -0.5f, 0]);
        var work = new LstmWorkspace(layer, 1, 1, backward: true);
        work.SetBatch(1);
        work.Input(0, 0)[0] = 0.2f;
        layer.Forward(work, 1);
        var cell = 1 / (1 + Math.Exp(-0.7)) * Math.Tanh(0.1);
        Assert.Equal(1 / (1 + Math.Exp(-0.8)) * Math.Tanh(cell), work.Output(0, 0)[0], 1e-6);
    }

    [Fact]
    public void One_layer_equals_PyTorch_forward_and_backward()
    {
        var golden = NeuralGolden.Case("lstm (batch 2");
        var layer = new LstmLayer(3, 4, needsInputGradient: true);
        layer.Pack(Weights(golden, "parameters", 0, 3, 4));
        var work = new LstmWorkspace(layer, 5, 2, backward: true);
        Load(work, golden["input"], 2, 5, 3);
        layer.Forward(work, 2);
        AssertBatchMajor(golden["output"], (t, s) => work.Output(t, s), 2, 5, 4);

        var gradient = new float[layer.StateSize * layer.Gates];
        layer.Backward(work, 2, TimeMajor(golden["coefficient"], 2, 5, 4), lastOnly: false, gradient);
        AssertBatchMajor(golden["inputGradient"], (t, s) => work.InputGradient(t, s), 2, 5, 3);
        AssertClose(Weights(golden, "gradients", 0, 3, 4), gradient);
    }

    [Fact]
    public void Two_stacked_layers_equal_PyTorch()
    {
        const int batch = 3, steps = 6, inputs = 2, hidden = 5;
        var golden = NeuralGolden.Case("lstm two layers");
        var lower = new LstmLayer(inputs, hidden, needsInputGradient: true);
        var upper = new LstmLayer(hidden, hidden, needsInputGradient: true);
        lower.Pack(Weights(golden, "parameters", 0, inputs, hidden));
        upper.Pack(Weights(golden, "parameters", 1, hidden, hidden));
        var lowerWork = new LstmWorkspace(lower, steps, batch, backward: true);
        var upperWork = new LstmWorkspace(upper, steps, batch + 4, backward: true);
        Load(lowerWork, golden["input"], batch, steps, inputs);
        lower.Forward(lowerWork, batch);
        upperWork.SetBatch(batch);
        for (var t = 0; t < steps; t++)
            for (var s = 0; s < batch; s++)
                lowerWork.Output(t, s).CopyTo(upperWork.Input(t, s));
        upper.Forward(upperWork, batch);
        AssertBatchMajor(golden["output"], (t, s) => upperWork.Output(t, s), batch, steps, hidden);

        var upperGradient = new float[upper.StateSize * upper.Gates];
        upper.Backward(upperWork, batch, TimeMajor(golden["coefficient"], batch, steps, hidden), lastOnly: false, upperGradient);
        var between = new float[steps * batch * hidden];
        for (var t = 0; t < steps; t++)
            for (var s = 0; s < batch; s++)
                upperWork.InputGradient(t, s).CopyTo(between.AsSpan((t * batch + s) * hidden));
        var lowerGradient = new float[lower.StateSize * lower.Gates];
        lower.Backward(lowerWork, batch, between, lastOnly: false, lowerGradient);
        AssertClose(Weights(golden, "gradients", 1, hidden, hidden), upperGradient);
        AssertClose(Weights(golden, "gradients", 0, inputs, hidden), lowerGradient);
        AssertBatchMajor(golden["inputGradient"], (t, s) => lowerWork.InputGradient(t, s), batch, steps, inputs);
    }

    [Theory]
    [InlineData(3, 2, 5, 2)]
    [InlineData(17, 4, 3, 3)]
    [InlineData(32, 1, 4, 1)]
    public void Gradient_of_the_last_output_equals_finite_differences(int hidden, int inputs, int steps, int batch)
    {
        var random = new SplitMix64(5);
        var layer = new LstmLayer(inputs, hidden, needsInputGradient: true);
        var weights = Numbers(ref random, layer.StateSize * layer.Gates, 0.5);
        var input = Numbers(ref random, batch * steps * inputs, 1);
        var coefficient = Numbers(ref random, batch * hidden, 1);
        var work = new LstmWorkspace(layer, steps, batch, backward: true);

        double Loss()
        {
            layer.Pack(weights);
            Load(work, input.Select(x => (double)x).ToArray(), batch, steps, inputs);
            layer.Forward(work, batch);
            var sum = 0.0;
            for (var s = 0; s < batch; s++)
                for (var j = 0; j < hidden; j++)
                    sum += (double)work.Output(steps - 1, s)[j] * coefficient[s * hidden + j];
            return sum;
        }

        Loss();
        var gradient = new float[weights.Length];
        layer.Backward(work, batch, coefficient, lastOnly: true, gradient);
        const float step = 1e-2f;
        for (var i = 0; i < weights.Length; i += 1 + weights.Length / 60)
        {
            var kept = weights[i];
            weights[i] = kept + step;
            var above = Loss();
            weights[i] = kept - step;
            var below = Loss();
            weights[i] = kept;
            // Central differences of step 0.01 in single precision: truncation ~1e-4, rounding ~1e-5.
            Assert.Equal((above - below) / (2 * step), gradient[i], 2e-3);
        }
    }

    [Fact]
    public void A_pass_for_another_batch_than_the_inputs_is_refused()
    {
        var layer = new LstmLayer(1, 1, needsInputGradient: false);
        var work = new LstmWorkspace(layer, 1, 4, backward: true);
        work.SetBatch(2);
        var error = Assert.Throws<ArgumentException>(() => layer.Forward(work, 3));
        Assert.Equal("the work space was filled for 2 sequences; the pass asks for 3", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => work.SetBatch(5));
    }

    private static float[] Numbers(ref SplitMix64 random, int count, double bound)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = (float)((2 * random.NextDouble() - 1) * bound);
        return values;
    }

    // PyTorch keeps [4·hidden, inputs], [4·hidden, hidden] and two biases that are added; ours is one matrix by rows h, x, 1.
    private static float[] Weights(NeuralGolden golden, string part, int layer, int inputs, int hidden)
    {
        var fromInput = golden[part, $"weight_ih_l{layer}"];
        var fromOutput = golden[part, $"weight_hh_l{layer}"];
        var bias = golden[part, $"bias_ih_l{layer}"];
        var second = golden[part, $"bias_hh_l{layer}"];
        var gates = 4 * hidden;
        var result = new float[(hidden + inputs + 1) * gates];
        for (var g = 0; g < gates; g++)
        {
            for (var j = 0; j < hidden; j++)
                result[j * gates + g] = (float)fromOutput[g * hidden + j];
            for (var j = 0; j < inputs; j++)
                result[(hidden + j) * gates + g] = (float)fromInput[g * inputs + j];
            result[(hidden + inputs) * gates + g] = (float)(part == "gradients" ? bias[g] : bias[g] + second[g]);
        }
        return result;
    }

    private static void Load(LstmWorkspace work, double[] batchMajor, int batch, int steps, int inputs)
    {
        work.SetBatch(batch);
        for (var s = 0; s < batch; s++)
            for (var t = 0; t < steps; t++)
                for (var j = 0; j < inputs; j++)
                    work.Input(t, s)[j] = (float)batchMajor[(s * steps + t) * inputs + j];
    }

    private static float[] TimeMajor(double[] batchMajor, int batch, int steps, int width)
    {
        var result = new float[batchMajor.Length];
        for (var s = 0; s < batch; s++)
            for (var t = 0; t < steps; t++)
                for (var j = 0; j < width; j++)
                    result[(t * batch + s) * width + j] = (float)batchMajor[(s * steps + t) * width + j];
        return result;
    }

    private delegate ReadOnlySpan<float> RowAt(int step, int sequence);

    private static void AssertBatchMajor(double[] expected, RowAt row, int batch, int steps, int width)
    {
        for (var s = 0; s < batch; s++)
            for (var t = 0; t < steps; t++)
                for (var j = 0; j < width; j++)
                    Assert.Equal(expected[(s * steps + t) * width + j], row(t, s)[j], Tolerance);
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], Tolerance);
    }
}
