using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class ActivationTests
{
    // 20,003 values: the last three run without a whole vector.
    private static readonly float[] Inputs = [.. Enumerable.Range(-10_001, 20_003).Select(i => i * 0.01f)];

    [Fact]
    public void Sigmoid_and_tanh_stay_within_three_ten_millionths()
    {
        float[] sigmoid = new float[Inputs.Length], tanh = new float[Inputs.Length];
        Activation.Sigmoid(Inputs, sigmoid);
        Activation.Tanh(Inputs, tanh);
        for (var i = 0; i < Inputs.Length; i++)
        {
            Assert.Equal(1 / (1 + Math.Exp(-(double)Inputs[i])), sigmoid[i], 3e-7);
            Assert.Equal(Math.Tanh(Inputs[i]), tanh[i], 3e-7);
        }
    }

    [Fact]
    public void Exponential_is_right_to_two_ten_millionths_of_itself()
    {
        var result = new float[Inputs.Length];
        Activation.Exp(Inputs, result);
        for (var i = 0; i < Inputs.Length; i++)
            if (Math.Abs(Inputs[i]) <= 87)
                Assert.InRange(result[i] / Math.Exp(Inputs[i]), 1 - 2e-7, 1 + 2e-7);
    }

    [Fact]
    public void Far_values_saturate_without_overflow()
    {
        float[] values = [float.MaxValue, -float.MaxValue, float.PositiveInfinity, float.NegativeInfinity];
        var result = new float[4];
        Activation.Sigmoid(values, result);
        Assert.Equal([1.0, 0, 1, 0], result.Select(v => Math.Round(v, 6)));
        Activation.Tanh(values, result);
        Assert.Equal([1.0, -1, 1, -1], result.Select(v => Math.Round(v, 6)));
    }

    [Fact]
    public void Values_do_not_depend_on_their_neighbours()
    {
        float[] many = new float[17], one = new float[1];
        Activation.Tanh([.. Enumerable.Repeat(0.37f, 17)], many);
        Activation.Tanh([0.37f], one);
        Assert.All(many, value => Assert.Equal(one[0], value));
    }
}
