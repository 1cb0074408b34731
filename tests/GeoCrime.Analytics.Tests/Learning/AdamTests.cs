using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class AdamTests
{
    [Fact]
    public void First_step_goes_by_the_learning_rate_against_the_gradient()
    {
        var adam = new Adam(20, double.PositiveInfinity);
        var values = new float[20];
        var gradient = Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 0.3f : -5f).ToArray();
        adam.Step(values, gradient, 0.01);
        for (var i = 0; i < 20; i++)
            Assert.Equal(i % 2 == 0 ? -0.01 : 0.01, values[i], 1e-6);
    }

    [Fact]
    public void Two_steps_are_what_the_formula_gives()
    {
        var adam = new Adam(1, double.PositiveInfinity);
        float[] value = [1f];
        adam.Step(value, [2f], 0.1);
        adam.Step(value, [-1f], 0.1);
        double m = 0.9 * 0.2 - 0.1, v = 0.999 * 0.004 + 0.001;
        var second = 0.1 * (m / (1 - 0.81)) / (Math.Sqrt(v / (1 - 0.998001)) + 1e-8);
        Assert.Equal(1 - 0.1 - second, value[0], 1e-6);
    }

    [Fact]
    public void Long_gradients_are_shortened_to_the_norm()
    {
        var (clipped, given) = (new Adam(2, 1), new Adam(2, double.PositiveInfinity));
        float[] a = [0, 0], b = [0, 0];
        clipped.Step(a, [30, 40], 0.1);
        clipped.Step(a, [0.1f, 0], 0.1);
        given.Step(b, [0.6f, 0.8f], 0.1);
        given.Step(b, [0.1f, 0], 0.1);
        Assert.Equal(b[0], a[0], 1e-6);
        Assert.Equal(b[1], a[1], 1e-6);
    }

    [Fact]
    public void Weight_decay_shrinks_values_apart_from_the_gradient()
    {
        var values = Enumerable.Repeat(2f, 17).ToArray();
        new Adam(17, double.PositiveInfinity, weightDecay: 0.1).Step(values, new float[17], 0.5);
        Assert.All(values, value => Assert.Equal(2 * 0.95, value, 1e-6));
        float[] plain = [1], decayed = [1];
        new Adam(1, double.PositiveInfinity).Step(plain, [3], 0.01);
        new Adam(1, double.PositiveInfinity, weightDecay: 0.2).Step(decayed, [3], 0.01);
        Assert.Equal(plain[0] - 0.002, decayed[0], 1e-6);
    }

    [Fact]
    public void A_norm_of_zero_is_refused() =>
        Assert.Contains("must be above 0", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(1, 0)).Message);
}
