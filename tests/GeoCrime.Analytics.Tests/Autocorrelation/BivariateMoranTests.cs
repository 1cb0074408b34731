using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

public class BivariateMoranTests
{
    private static readonly SpatialWeights Ring = SpatialWeights.FromLists([[1, 3], [0, 2], [1, 3], [0, 2]]);

    [Fact]
    public void Four_units_in_a_ring_by_hand()
    {
        // x = 3, 1, 1, 1 and y = 0, 4, 0, 4: means 1.5 and 2, variances 0.75 and 4. Σ zx·Σ w·zy = 1.5·4 + (−0.5)(−4) + (−0.5)·4 + (−0.5)(−4) = 8.
        var found = BivariateMoran.Test([3, 1, 1, 1], [0, 4, 0, 4], Ring, 99, 1);
        Assert.Equal(8 / (4 * Math.Sqrt(0.75 * 4)), found.I, 1e-12);
    }

    [Fact]
    public void It_is_the_mean_of_the_local_ones_and_of_one_variable_with_itself_Morans_I()
    {
        var weights = Columbus.Queen.RowStandardised();
        var income = Columbus.Column("INC");
        Assert.Equal(LocalMoran.Bivariate(Columbus.Crime, income, weights).I.Average(), BivariateMoran.Test(Columbus.Crime, income, weights, 99, 1).I, 1e-12);
        Assert.Equal(0.5001886, BivariateMoran.Test(Columbus.Crime, Columbus.Crime, weights, 99, 1).I, 1e-6);
    }

    [Fact]
    public void Crime_lies_where_neighbours_earn_little_and_chance_says_so_seldom()
    {
        var found = BivariateMoran.Test(Columbus.Crime, Columbus.Column("INC"), Columbus.Queen.RowStandardised(), 999, 1);
        Assert.True(found.I < -0.2 && found.P == 0.002, $"{found}");
        Assert.InRange(found.Expected, -0.05, 0.05);
    }

    [Fact]
    public void Variables_that_know_nothing_of_each_other_are_seldom_significant()
    {
        var weights = RandomCity.Weights(12).RowStandardised();
        var significant = Enumerable.Range(0, 100).Count(seed =>
            BivariateMoran.Test(RandomCity.Make(12, 3, seed).Counts, RandomCity.Make(12, 3, 1000 + seed).Counts, weights, 99, seed).P <= 0.05);
        // Binomial(100, 0.05): more than 12 happen once in a thousand.
        Assert.InRange(significant, 0, 12);
    }

    [Fact]
    public void The_seed_alone_decides_at_any_number_of_threads()
    {
        var weights = Columbus.Queen.RowStandardised();
        var many = BivariateMoran.Test(Columbus.Crime, Columbus.Column("INC"), weights, 199, 7);
        Assert.Equal(many, SingleThread.Run(() => BivariateMoran.Test(Columbus.Crime, Columbus.Column("INC"), weights, 199, 7)));
        Assert.NotEqual(many.Expected, BivariateMoran.Test(Columbus.Crime, Columbus.Column("INC"), weights, 199, 8).Expected);
    }

    [Fact]
    public void Islands_pull_nothing() =>
        Assert.Equal(0, BivariateMoran.Test([1, 2, 3, 4], [4, 3, 2, 1], new SpatialWeights([0, 0, 0, 0, 0], []), 9, 1).I);

    [Fact]
    public void What_is_constant_or_no_number_is_refused()
    {
        Assert.Contains("needs values that differ", Assert.Throws<ArgumentException>(() => BivariateMoran.Test([1, 1, 1, 1], [1, 2, 3, 4], Ring, 9, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BivariateMoran.Test([1, 2, 3, 4], [1, double.NaN, 3, 4], Ring, 9, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BivariateMoran.Test([1, 2, 3, 4], [1, 2, 3, 4], Ring, 0, 1));
    }
}
