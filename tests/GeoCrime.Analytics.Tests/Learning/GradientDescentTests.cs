using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class GradientDescentTests
{
    [Fact]
    public void Without_momentum_a_step_is_rate_times_gradient()
    {
        float[] values = [1, 2];
        new GradientDescent(2, double.PositiveInfinity).Step(values, [10, -20], 0.01);
        Assert.Equal([0.9f, 2.2f], values);
    }

    [Fact]
    public void Momentum_keeps_a_share_of_the_speed()
    {
        float[] value = [0];
        var descent = new GradientDescent(1, double.PositiveInfinity, 0.5);
        descent.Step(value, [1], 1);
        descent.Step(value, [1], 1);
        Assert.Equal(-2.5f, value[0]);
        Assert.Equal(2, descent.Steps);
    }

    [Fact]
    public void Long_gradients_are_shortened_and_endless_ones_reported()
    {
        float[] values = [0, 0];
        var descent = new GradientDescent(2, 1);
        descent.Step(values, [30, 40], 1);
        Assert.Equal(-0.6, values[0], 1e-6);
        Assert.Throws<NonConvergenceException>(() => descent.Step(values, [float.NaN, 0], 1));
    }

    [Fact]
    public void Momentum_of_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new GradientDescent(1, 1, 1));
}
