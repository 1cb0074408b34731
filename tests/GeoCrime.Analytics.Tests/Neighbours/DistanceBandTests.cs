using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Neighbours;

public class DistanceBandTests
{
    [Fact]
    public void The_rim_is_inside() => Assert.Equal([1], DistanceBand.Within([0, 3, 9], [0, 4, 0], 5).Of(0).ToArray());

    [Fact]
    public void Any_points_have_the_neighbours_that_comparing_all_pairs_finds() =>
        Prop.ForAll(PlanarSamples.Any, Gen.Elements(0.4, 1, 5, 100).ToArbitrary(), (points, distance) =>
        {
            var weights = DistanceBand.Within(points.X, points.Y, distance);
            return Enumerable.Range(0, points.X.Length).All(i => weights.Of(i).SequenceEqual(
                Enumerable.Range(0, points.X.Length).Where(j => j != i
                    && Math.Pow(points.X[i] - points.X[j], 2) + Math.Pow(points.Y[i] - points.Y[j], 2) <= distance * distance).ToArray()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_points_have_no_neighbours() => Assert.Equal(0, DistanceBand.Within([], [], 1).Units);

    [Fact]
    public void A_distance_must_be_positive() =>
        Assert.Contains("must be finite and > 0 metres", Assert.Throws<ArgumentOutOfRangeException>(() =>
            DistanceBand.Within([1], [1], 0)).Message, StringComparison.Ordinal);
}
