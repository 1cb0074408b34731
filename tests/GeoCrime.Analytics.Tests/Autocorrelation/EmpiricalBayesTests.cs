using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Autocorrelation;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

public class EmpiricalBayesTests
{
    /// <summary>Rate 30/200 = 0.15; spread (100·0.15² + 100·0.15²)/200 = 0.0225; less 0.15/100 leaves 0.021; shrinkage 0.021/0.0225.</summary>
    [Fact]
    public void Two_areas_by_hand()
    {
        var rates = EmpiricalBayes.Rates([30, 0], [100, 100]);
        Assert.Equal(0.15 + 0.021 / 0.0225 * 0.15, rates[0], 1e-12);
        Assert.Equal(0.15 - 0.021 / 0.0225 * 0.15, rates[1], 1e-12);
    }

    [Fact]
    public void Every_rate_lies_between_its_own_and_the_maps() =>
        Prop.ForAll(Gen.Choose(0, 50).Two().NonEmptyListOf().ToArbitrary(), areas =>
        {
            double[] counts = [.. areas.Select(area => (double)area.Item1)], people = [.. areas.Select(area => area.Item2 + 1.0)];
            var overall = counts.Sum() / people.Sum();
            return EmpiricalBayes.Rates(counts, people).Select((rate, i) =>
                rate >= Math.Min(overall, counts[i] / people[i]) - 1e-12 && rate <= Math.Max(overall, counts[i] / people[i]) + 1e-12)
                .All(between => between);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Chance_alone_leaves_one_rate() => Assert.Equal([0.1, 0.1], EmpiricalBayes.Rates([10, 10], [100, 100]));

    [Fact]
    public void An_empty_area_gets_the_maps_rate() => Assert.Equal(0.3, EmpiricalBayes.Rates([30, 0, 30], [100, 0, 100])[1], 1e-12);

    [Fact]
    public void No_areas_have_no_rates() => Assert.Empty(EmpiricalBayes.Rates([], []));

    [Fact]
    public void Incidents_without_people_have_no_rate() =>
        Assert.Contains("Area 1 has 3 incidents and no population", Assert.Throws<ArgumentException>(() =>
            EmpiricalBayes.Rates([1, 3], [10, 0])).Message, StringComparison.Ordinal);
}
