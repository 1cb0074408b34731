using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class PointLossTests
{
    public static TheoryData<string> Losses => ["squared", "absolute", "huber", "poisson", "pinball", "cross-entropy"];

    [Theory]
    [InlineData("squared", 4)]
    [InlineData("absolute", 2)]
    [InlineData("huber", 1.5)]
    public void One_error_of_two_costs_what_the_formula_says(string loss, double expected)
    {
        var set = new WindowSet([], [1f], 1);
        Assert.Equal(expected, Make(loss).Sum([3f], set, [0]), 1e-6);
        Assert.Equal(expected, Make(loss).Sum([-1f], set, [0]), 1e-6);
    }

    [Fact]
    public void Poisson_is_the_mean_less_the_count_times_its_logarithm() =>
        Assert.Equal(2 - 3 * Math.Log(2), PoissonLoss.Instance.Sum([0.5f], new WindowSet([], [3f], 1) { Offsets = [MathF.Log(2) - 0.5f] }, [0]), 1e-6);

    [Fact]
    public void Pinball_weighs_errors_by_their_side()
    {
        var set = new WindowSet([], [10f], 1);
        Assert.Equal(0.1 * 2 + 0.1 * 3, new PinballLoss(0.1, 0.9).Sum([8f, 13f], set, [0]), 1e-6);
        Assert.Equal(4, new PinballLoss(0.1, 0.9).OutputsFor(2));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Gradients_equal_finite_differences_and_skip_unknown_targets(string name)
    {
        var loss = Make(name);
        var random = new SplitMix64(7);
        var set = new WindowSet([], [2, 0, float.NaN, 1, 2, 0], 3) { Offsets = [0.1f, 0, 0, -0.2f, 0, 0.3f] };
        var outputs = Enumerable.Range(0, loss.OutputsFor(2) * 2).Select(_ => (float)(4 * random.NextDouble() - 2)).ToArray();
        var gradient = new float[outputs.Length];
        int[] rows = [2, 1];
        var sum = loss.Gradient(outputs, set, rows, 3, gradient);
        Assert.Equal(sum, loss.Sum(outputs, set, rows), 1e-9);
        const float step = 1e-3f;
        for (var i = 0; i < outputs.Length; i++)
        {
            var kept = outputs[i];
            outputs[i] = kept + step;
            var above = loss.Sum(outputs, set, rows);
            outputs[i] = kept - step;
            var below = loss.Sum(outputs, set, rows);
            outputs[i] = kept;
            // Outputs are rounded to single precision: ~1e-7 over a step of 1e-3.
            Assert.Equal((above - below) / (2 * step) / 3, gradient[i], 2e-3);
        }
        var unknown = loss.OutputsFor(1);
        Assert.All(gradient[(2 * unknown)..(3 * unknown)], g => Assert.Equal(0, g));
    }

    [Fact]
    public void Least_absolute_error_is_at_the_median_and_least_pinball_at_the_quantile()
    {
        var targets = Enumerable.Range(1, 99).Select(i => (float)i).ToArray();
        var set = new WindowSet([], targets, 99);
        int[] rows = [.. Enumerable.Range(0, 99)];
        float Best(IForecastLoss loss) => Enumerable.Range(1, 99).MinBy(x => loss.Sum([.. Enumerable.Repeat((float)x, 99)], set, rows));
        Assert.Equal(50, Best(MeanAbsoluteError.Instance));
        Assert.Equal(80, Best(new PinballLoss(0.8)));
    }

    [Fact]
    public void Classes_that_are_none_are_refused() =>
        Assert.Contains("must be a class from 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(
            () => new CrossEntropyLoss(3).Sum([0, 0, 0], new WindowSet([], [3f], 1), [0])).Message);

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Assert.Contains("must be finite and above 0", Assert.Throws<ArgumentOutOfRangeException>(() => new HuberLoss(0)).Message);
        Assert.Contains("between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(() => new PinballLoss(1)).Message);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => new PinballLoss()).Message);
    }

    private static IForecastLoss Make(string name) => name switch
    {
        "squared" => MeanSquaredError.Instance,
        "absolute" => MeanAbsoluteError.Instance,
        "huber" => new HuberLoss(1),
        "poisson" => PoissonLoss.Instance,
        "pinball" => new PinballLoss(0.1, 0.5, 0.9),
        _ => new CrossEntropyLoss(3),
    };
}
