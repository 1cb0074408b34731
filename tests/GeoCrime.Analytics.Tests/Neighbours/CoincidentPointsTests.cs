using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Neighbours;

public class CoincidentPointsTests
{
    [Fact]
    public void Groups_are_in_order_of_their_first_point()
    {
        var groups = CoincidentPoints.TryGroup([5, 1, 5, 1, 5], [2, 2, 2, 2, 3])!;
        Assert.Equal([0, 1, 0, 1, 2], groups.GroupOf);
        Assert.Equal([5, 1, 5], groups.X);
        Assert.Equal([2.0, 2, 1], groups.Sums(null));
        Assert.Equal([4.0, 6, 5], groups.Sums([1, 2, 3, 4, 5]));
    }

    [Fact]
    public void Any_points_share_a_group_exactly_if_they_coincide() =>
        Prop.ForAll(PlanarSamples.Any, points =>
        {
            var groups = CoincidentPoints.TryGroup(points.X, points.Y)!;
            return points.X.Select((x, i) => groups.X[groups.GroupOf[i]] == x && groups.Y[groups.GroupOf[i]] == points.Y[i]).All(same => same)
                && groups.Groups == points.X.Zip(points.Y).Distinct().Count();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_positions_are_all_told_apart()
    {
        var points = PlanarSamples.Uniform(50_000, 1, 3);
        Assert.Equal(50_000, CoincidentPoints.TryGroup(points.X, points.Y)!.Groups);
    }

    [Fact]
    public void Minus_zero_is_zero() => Assert.Equal(1, CoincidentPoints.TryGroup([0, -0.0], [0, 0])!.Groups);

    [Fact]
    public void Too_many_positions_are_given_up()
    {
        Assert.Null(CoincidentPoints.TryGroup([1, 2, 3], [0, 0, 0], 2));
        Assert.NotNull(CoincidentPoints.TryGroup([1, 2, 2], [0, 0, 0], 2));
    }

    [Fact]
    public void No_points_have_no_groups() => Assert.Equal(0, CoincidentPoints.TryGroup([], [])!.Groups);

    [Fact]
    public void Columns_must_be_of_one_length() =>
        Assert.Contains("x has 2 values and y has 1", Assert.Throws<ArgumentException>(() =>
            CoincidentPoints.TryGroup([1, 2], [1])).Message, StringComparison.Ordinal);
}
