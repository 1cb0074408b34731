using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Staffing;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests.Staffing;

public class ErlangCTests
{
    [Fact]
    public void Two_servers_and_one_erlang_by_hand()
    {
        // Weights of 0, 1, 2 calls … : 1, 1, 1/2, 1/4, … = 3. Two or more: 1, so a third waits; 1/3 / (2 − 1) is its mean.
        Assert.Equal(1 / 3.0, ErlangC.DelayProbability(2, 1), 1e-15);
        Assert.Equal(1 / 3.0, ErlangC.MeanWait(2, 1), 1e-15);
        Assert.Equal(1 - (Math.Exp(-0.5) / 3), ErlangC.ProbabilityWithin(2, 1, 0.5), 1e-15);
    }

    [Fact]
    public void Published_tables()
    {
        foreach (var row in Rows("erlang_c.csv"))
        {
            var (servers, load) = (int.Parse(row[0], CultureInfo.InvariantCulture), Number(row[1])!.Value);
            // Printed to three figures; the tables of loads round the load itself to the second decimal.
            Assert.Equal(Number(row[2])!.Value, ErlangC.DelayProbability(servers, load), 6e-4);
            if (Number(row[3]) is { } wait)
                Assert.Equal(wait, ErlangC.MeanWait(servers, load), 6e-4);
            if (Number(row[5]) is { } within)
                Assert.Equal(within, ErlangC.ProbabilityWithin(servers, load, Number(row[4])!.Value), 6e-4);
        }
    }

    [Fact]
    public void The_definition_in_exact_arithmetic()
    {
        foreach (var row in Rows("erlang_c_exact.csv"))
        {
            var (servers, load) = (int.Parse(row[0], CultureInfo.InvariantCulture), Number(row[1])!.Value);
            Assert.Equal(1, ErlangC.DelayProbability(servers, load) / Number(row[2])!.Value, 1e-12);
            Assert.Equal(1, ErlangC.MeanWait(servers, load) / Number(row[3])!.Value, 1e-12);
        }
    }

    [Fact]
    public void Large_loads_stay_finite()
    {
        // Halfin and Whitt (1981): with servers = load + β√load, C tends to 1 / (1 + √(2π)·β·Φ(β)·e^(β²/2)); at β = 1 that is 0.2234.
        Assert.Equal(0.2234, ErlangC.DelayProbability(50_000 + 224, 50_000), 0.002);
        Assert.InRange(ErlangC.MeanWait(99_999, 99_998.5), 0, 10);
        Assert.Equal(0, ErlangC.DelayProbability(1000, 1e-9));
    }

    [Fact]
    public void More_servers_wait_less_and_less_each() =>
        Prop.ForAll(Gen.Choose(1, 4000).Select(load => load / 100.0).ToArbitrary(), load =>
        {
            var waits = ErlangC.MeanWaits(load, (int)load + 20);
            var bounded = waits.SkipWhile(double.IsInfinity).ToArray();
            var gains = bounded.Zip(bounded.Skip(1), (now, next) => now - next).ToArray();
            return bounded.Length == 20
                && gains.All(gain => gain >= 0)
                && gains.Zip(gains.Skip(1)).All(pair => pair.First >= pair.Second * (1 - 1e-9))
                && waits.Index().All(each => each.Item.Equals(ErlangC.MeanWait(each.Index, load)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_servers_for_a_target_are_the_fewest() =>
        Prop.ForAll(Gen.Choose(1, 6000).Select(load => load / 100.0).ToArbitrary(), Gen.Choose(1, 300).Select(target => target / 100.0).ToArbitrary(), (load, target) =>
        {
            var servers = ErlangC.Servers(load, target);
            return ErlangC.MeanWait(servers, load) <= target && ErlangC.MeanWait(servers - 1, load) > target;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_share_within_a_time_rises_from_those_who_do_not_wait_to_all()
    {
        Assert.Equal(1 - ErlangC.DelayProbability(4, 3), ErlangC.ProbabilityWithin(4, 3, 0), 1e-15);
        Assert.Equal(1, ErlangC.ProbabilityWithin(4, 3, 1000), 1e-15);
        Assert.True(ErlangC.ProbabilityWithin(4, 3, 1) < ErlangC.ProbabilityWithin(4, 3, 2));
    }

    [Fact]
    public void Without_load_no_one_waits_and_no_server_is_needed()
    {
        Assert.Equal((0, 0, 1, 0), (ErlangC.DelayProbability(0, 0), ErlangC.MeanWait(0, 0), ErlangC.ProbabilityWithin(0, 0, 0), ErlangC.Servers(0, 1)));
        Assert.All(ErlangC.MeanWaits(0, 3), wait => Assert.Equal(0, wait));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(3, 3)]
    [InlineData(3, 4.5)]
    public void A_load_that_reaches_the_servers_waits_without_bound(int servers, double load)
    {
        Assert.Equal(1, ErlangC.DelayProbability(servers, load));
        Assert.Equal(double.PositiveInfinity, ErlangC.MeanWait(servers, load));
        Assert.Equal(0, ErlangC.ProbabilityWithin(servers, load, 100));
    }

    [Fact]
    public void Misuse_is_named()
    {
        Assert.StartsWith("Servers are 0…100000.", Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.MeanWait(-1, 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A load lies between 0 and 100000 erlangs.", Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.MeanWait(1, double.NaN)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A wait target lies above 0.", Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.Servers(1, 0)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A time is 0 or more.", Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.ProbabilityWithin(1, 0.5, -1)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(RepositoryFiles.Golden(file)).Skip(1).Select(line => line.Split(','));

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
