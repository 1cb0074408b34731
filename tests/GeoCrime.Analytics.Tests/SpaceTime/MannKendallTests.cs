using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.SpaceTime;

namespace GeoCrime.Analytics.Tests.SpaceTime;

public class MannKendallTests
{
    /// <summary>By hand: of 10 pairs one falls, so S = 8; Var = 5·4·15/18 = 16.667; z = 7/4.0825; slopes' median is 1.</summary>
    [Fact]
    public void Five_numbers_by_hand()
    {
        var test = MannKendall.Of([1, 2, 4, 3, 5]);
        Assert.Equal(8, test.S);
        Assert.Equal(7 / Math.Sqrt(5 * 4 * 15 / 18.0), test.Z, 1e-12);
        Assert.Equal(0.08642, test.P, 1e-4);
        Assert.Equal(1, test.SenSlope, 1e-12);
    }

    /// <summary>By hand: 1 1 2 2 3 has S = 8 and two ties of two: Var = (300 − 2·18)/18 = 14.667.</summary>
    [Fact]
    public void Ties_shrink_the_variance() =>
        Assert.Equal(7 / Math.Sqrt((300 - 36) / 18.0), MannKendall.Of([1, 1, 2, 2, 3]).Z, 1e-12);

    [Fact]
    public void Turning_a_series_around_turns_every_sign() => Prop.ForAll(Gen.Choose(-5, 5).ArrayOf().ToArbitrary(), whole =>
    {
        double[] values = [.. whole.Select(number => (double)number)];
        var (forward, backward) = (MannKendall.Of(values), MannKendall.Of([.. values.Reverse()]));
        return forward.S == -backward.S && Math.Abs(forward.Z + backward.Z) < 1e-12 && Math.Abs(forward.P - backward.P) < 1e-12
            && Math.Abs(forward.SenSlope + backward.SenSlope) < 1e-12;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Only_order_matters_to_the_test() => Prop.ForAll(Gen.Choose(-5, 5).ArrayOf().ToArbitrary(), whole =>
        MannKendall.Of([.. whole.Select(number => (double)number)]).Z == MannKendall.Of([.. whole.Select(number => Math.Exp(number))]).Z)
        .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void One_outlier_does_not_move_Sens_slope() =>
        Assert.Equal(2, MannKendall.Of([0, 2, 4, 1e9, 8, 10, 12]).SenSlope, 1e-9);

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new double[] { 3 })]
    [InlineData(new double[] { 3, 3, 3, 3 })]
    public void Nothing_to_compare_has_no_trend(double[] values) =>
        Assert.Equal(new MannKendall(0, 0, 1, 0), MannKendall.Of(values));

    [Fact]
    public void NaN_is_refused_with_its_place() =>
        Assert.StartsWith("values[1] is NaN", Assert.Throws<ArgumentException>(() => MannKendall.Of([1, double.NaN])).Message, StringComparison.Ordinal);
}
