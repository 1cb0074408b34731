using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Autocorrelation;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

public class PoissonChangeTests
{
    /// <summary>Of ten incidents nine lie in one of two equal periods: 2·(10 + 1)/1024.</summary>
    [Fact]
    public void Nine_of_ten_by_hand()
    {
        var change = PoissonChange.Test([1, 9], [9, 1], 28, 28);
        Assert.Equal(22.0 / 1024, change.P[0], 1e-12);
        Assert.Equal(22.0 / 1024, change.P[1], 1e-12);
        Assert.Equal([1, -1], change.Direction);
    }

    /// <summary>Three incidents in a third of the time: (1/3)³, doubled.</summary>
    [Fact]
    public void Periods_of_different_length_are_weighed() =>
        Assert.Equal(2.0 / 27, PoissonChange.Test([0], [3], 20, 10).P[0], 1e-12);

    [Fact]
    public void All_incidents_in_the_longer_period_have_a_p() => Assert.Equal([1.0], PoissonChange.Test([0], [1], 4, 14).P);

    [Fact]
    public void Swapping_the_periods_turns_the_direction() =>
        Prop.ForAll(Gen.Choose(0, 40).Two().ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (counts, days) =>
        {
            var there = PoissonChange.Test([counts.Item1], [counts.Item2], days, 14);
            var back = PoissonChange.Test([counts.Item2], [counts.Item1], 14, days);
            return Math.Abs(there.P[0] - back.P[0]) < 1e-9 && there.Direction[0] == -back.Direction[0] && there.P[0] is > 0 and <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_before_and_after_is_no_change()
    {
        var change = PoissonChange.Test([0], [0], 28, 28);
        Assert.Equal([1.0], change.P);
        Assert.Equal([0], change.Direction);
    }

    [Fact]
    public void Counts_must_be_whole() =>
        Assert.Contains("after[0] is 1.5", Assert.Throws<ArgumentException>(() => PoissonChange.Test([1], [1.5], 1, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_period_must_last() =>
        Assert.Contains("more than 0 days", Assert.Throws<ArgumentOutOfRangeException>(() => PoissonChange.Test([1], [1], 0, 1)).Message, StringComparison.Ordinal);
}
