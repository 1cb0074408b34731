using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Studies.Risk;

namespace GeoCrime.Studies.Tests.Risk;

public class RobustScoreTests
{
    [Fact]
    public void The_distance_from_the_median_in_scaled_median_deviations()
    {
        // Median 3, deviations 2 1 0 1 97 with median 1.
        var z = RobustScore.Standardise([1, 2, 3, 4, 100]);
        double?[] expected = [-2 / 1.4826, -1 / 1.4826, 0, 1 / 1.4826, 97 / 1.4826];
        Assert.Equal(expected, z, (a, b) => Math.Abs(a!.Value - b!.Value) < 1e-12);
    }

    [Fact]
    public void Where_more_than_half_are_equal_the_mean_deviation_scales()
    {
        // Median 5, median deviation 0, mean deviation 8/4.
        var z = RobustScore.Standardise([5, 5, 5, 13]);
        Assert.Equal(8 / (1.2533 * 2), z[3]!.Value, 1e-12);
        Assert.Equal(0.0, z[0]);
    }

    [Fact]
    public void Where_all_are_equal_each_is_in_the_middle()
    {
        Assert.Equal([null, null], RobustScore.Standardise([7, 7]));
        Assert.Equal([null], RobustScore.Standardise([7]));
        Assert.Equal(50, RobustScore.Place(null));
        Assert.Equal(50, RobustScore.Place(0));
    }

    [Fact]
    public void The_place_is_the_logistic_curve()
    {
        Assert.Equal(100 / (1 + Math.Exp(-1.5)), RobustScore.Place(1.5), 1e-12);
        Assert.Equal(0, RobustScore.Place(-1e6), 1e-12);
        Assert.Equal(100, RobustScore.Place(1e6), 1e-12);
    }

    [Fact]
    public void Unknown_values_are_left_out_and_stay_unknown()
    {
        var z = RobustScore.Standardise([1, double.NaN, 3]);
        Assert.Null(z[1]);
        Assert.Equal(-z[0]!.Value, z[2]!.Value, 1e-12);
        Assert.Equal([null, null], RobustScore.Standardise([double.NaN, double.NaN]));
        Assert.Empty(RobustScore.Standardise([]));
    }

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_middle_two() => Assert.Equal(2.5, RobustScore.Median([4, 1, 3, 2]));

    [Fact]
    public void Adding_a_constant_or_another_unit_changes_nothing() =>
        // Quarters, so that sums are exact and equal values stay equal.
        Prop.ForAll(Gen.Choose(-400, 400).Select(value => value / 4.0).NonEmptyListOf().ToArbitrary(), Gen.Choose(-4000, 4000).ToArbitrary(), (values, add) =>
        {
            var z = RobustScore.Standardise([.. values]);
            var moved = RobustScore.Standardise([.. values.Select(value => (4 * value) + add)]);
            return z.Zip(moved).All(pair => pair.First.HasValue == pair.Second.HasValue && Math.Abs((pair.First ?? 0) - (pair.Second ?? 0)) < 1e-9);
        }).QuickCheckThrowOnFailure();
}
