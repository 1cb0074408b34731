using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class CoherentPathsTests
{
    private static readonly Backtest None = new([], [], [], []);

    [Fact]
    public void Without_past_errors_each_takes_of_the_difference_by_its_volume()
    {
        // 30 against 60: thirds of the difference of 30 go to whole (60 of 90) and parts (10 and 20 of 90).
        var coherent = CoherentPaths.Of([([10], None), ([20], None)], ([60], None));
        Assert.Equal([10 + 30 / 9.0], coherent.Parts[0], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([20 + 60 / 9.0], coherent.Parts[1], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([40.0], coherent.Whole, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_part_that_never_erred_is_left_alone()
    {
        var random = new Random(2);
        double[] Noise() => [.. Enumerable.Range(0, 10).Select(_ => 10 * random.NextDouble() - 5)];
        Backtest Past(Func<double[]> errors) => new([10, 20, 30, 40], [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Repeat(50.0, 10).ToArray())], [.. Enumerable.Range(0, 4).Select(_ => errors().Select(e => 50 + e).ToArray())], [10, 20, 30, 40]);
        double[] Flat(double value) => [.. Enumerable.Repeat(value, 10)];
        var coherent = CoherentPaths.Of([(Flat(50), Past(() => new double[10])), (Flat(50), Past(Noise))], (Flat(120), Past(Noise)));
        Assert.All(coherent.Parts[0], value => Assert.Equal(50, value, 0.5));
        Assert.All(coherent.Parts[1], value => Assert.InRange(value, 53, 70));
    }

    [Fact]
    public void Parts_add_up_and_nothing_is_negative()
    {
        var input = Gen.Zip(Gen.ArrayOf(Gen.Choose(0, 20)).Where(a => a.Length > 0), Gen.Choose(0, 200));
        Prop.ForAll(input.ToArbitrary(), each =>
        {
            var (parts, whole) = each;
            var coherent = CoherentPaths.Of([.. parts.Select(part => (new double[] { part }, None))], ([whole], None));
            Assert.All(coherent.Parts, part => Assert.True(part[0] >= 0));
            Assert.Equal(coherent.Whole[0], coherent.Parts.Sum(part => part[0]), 1e-9);
            Assert.InRange(coherent.Whole[0], Math.Min(whole, parts.Sum()) - 1e-9, Math.Max(whole, parts.Sum()) + 1e-9);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Other_horizons_are_refused() => Assert.Equal(
        "there must be a part, and every part needs a path of 2 steps like the whole",
        Assert.Throws<ArgumentException>(() => CoherentPaths.Of([([1], None)], ([1, 2], None))).Message);
}
