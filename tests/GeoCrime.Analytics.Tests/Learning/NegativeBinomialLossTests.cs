using GeoCrime.Analytics.Learning;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Learning;

public class NegativeBinomialLossTests
{
    private static readonly NegativeBinomialLoss Loss = NegativeBinomialLoss.Instance;

    [Fact]
    public void The_sum_is_minus_the_logarithm_of_the_probability()
    {
        float[] outputs = [0.2f, -0.5f, 1.8f];
        var set = new WindowSet([], [4, 0], 1) { Offsets = [1f, 0.5f] };
        double MinusLog(double mean, int count)
        {
            var r = 1 / NegativeBinomialLoss.Dispersion(outputs[2]);
            return -new NegativeBinomial(r, r / (r + mean)).ProbabilityLn(count);
        }

        Assert.Equal(MinusLog(Math.Exp(1.2f), 4) + MinusLog(Math.Exp(0), 0), Loss.Sum(outputs, set, [0]), 1e-5);
    }

    [Fact]
    public void Almost_no_dispersion_is_poisson()
    {
        var set = new WindowSet([], [3], 1) { Offsets = [MathF.Log(2)] };
        // α is held at e⁻⁷ = 0.0009.
        Assert.Equal(-new Poisson(2).ProbabilityLn(3), Loss.Sum([0, -50], set, [0]), 2e-3);
    }

    [Fact]
    public void Gradient_equals_finite_differences_and_skips_unknown_counts()
    {
        float[] outputs = [0.3f, -0.4f, 0.1f, -1.2f, 0.5f, 0.2f, -0.3f, 0.4f];
        var set = new WindowSet([], [5, float.NaN, 0, 40, 2, 7], 2) { Offsets = [1, 1, 0, 3, 0.5f, 2] };
        var gradient = new float[8];
        Loss.Gradient(outputs, set, [1, 0], 5, gradient);
        Assert.Equal(0, gradient[5]);
        const float step = 1e-2f;
        for (var i = 0; i < 8; i++)
        {
            var kept = outputs[i];
            outputs[i] = kept + step;
            var above = Loss.Sum(outputs, set, [1, 0]);
            outputs[i] = kept - step;
            var below = Loss.Sum(outputs, set, [1, 0]);
            outputs[i] = kept;
            Assert.Equal((above - below) / (2 * step) / 5, gradient[i], 1e-3);
        }
    }

    [Fact]
    public void Wild_outputs_stay_finite()
    {
        var set = new WindowSet([], [0, 1000], 1) { Offsets = [0, 0] };
        foreach (var output in new[] { -1000f, 1000f })
        {
            var gradient = new float[3];
            Assert.True(double.IsFinite(Loss.Gradient([output, output, output], set, [0], 2, gradient)));
            Assert.All(gradient, g => Assert.True(float.IsFinite(g)));
        }
    }
}
