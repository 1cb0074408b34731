using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Tests.Numerics;

public class BenjaminiHochbergTests
{
    [Fact]
    public void Four_tests_by_hand() => Assert.Equal([0.04, 0.04, 0.04, 0.5], BenjaminiHochberg.Adjust([0.01, 0.03, 0.02, 0.5]));

    [Fact]
    public void A_rate_rejects_what_the_step_up_rule_rejects() =>
        Prop.ForAll(Gen.Choose(0, 1000).Select(p => p / 1000.0).ListOf().ToArbitrary(), list =>
        {
            var p = list.ToArray();
            var adjusted = BenjaminiHochberg.Adjust(p);
            var sorted = p.Order().ToArray();
            // The largest rank i whose p is at most i/m·q, and everything below it.
            var limit = sorted.Where((value, i) => value * p.Length / (i + 1) <= 0.1).DefaultIfEmpty(-1).Max();
            return p.Zip(adjusted).All(pair => pair.Second <= 0.1 == pair.First <= limit);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_tests_have_no_rates() => Assert.Empty(BenjaminiHochberg.Adjust([]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void A_p_outside_zero_to_one_is_refused(double p) =>
        Assert.Contains("p[1] must be in [0, 1]", Assert.Throws<ArgumentOutOfRangeException>(() =>
            BenjaminiHochberg.Adjust([0.5, p])).Message, StringComparison.Ordinal);
}
