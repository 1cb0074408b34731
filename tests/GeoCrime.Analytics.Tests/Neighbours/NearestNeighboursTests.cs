using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Neighbours;

public class NearestNeighboursTests
{
    [Fact]
    public void Four_points_on_a_line_by_hand()
    {
        var weights = NearestNeighbours.Find([0, 1, 3, 7], [0, 0, 0, 0], 2);
        Assert.Equal([1, 2], weights.Of(0).ToArray());
        Assert.Equal([2, 1], weights.Of(3).ToArray());
        Assert.Equal([3.0, 2, 3, 6], NearestNeighbours.Distances([0, 1, 3, 7], [0, 0, 0, 0], 2));
    }

    [Fact]
    public void Any_points_have_the_neighbours_that_sorting_all_finds() =>
        Prop.ForAll(PlanarSamples.Any, Gen.Choose(1, 9).ToArbitrary(), (points, k) =>
        {
            var n = points.X.Length;
            if (k >= n)
                return true;
            var weights = NearestNeighbours.Find(points.X, points.Y, k);
            return Enumerable.Range(0, n).All(i => weights.Of(i).SequenceEqual(Enumerable.Range(0, n).Where(j => j != i)
                .OrderBy(j => Math.Pow(points.X[i] - points.X[j], 2) + Math.Pow(points.Y[i] - points.Y[j], 2)).ThenBy(j => j)
                .Take(k).ToArray()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Points_on_one_corner_are_at_distance_zero() =>
        Assert.All(NearestNeighbours.Distances(new double[5000], new double[5000], 3), distance => Assert.Equal(0, distance));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void K_must_leave_enough_points(int k) =>
        Assert.Contains("k must be in 1…1 for 2 points.", Assert.Throws<ArgumentOutOfRangeException>(() =>
            NearestNeighbours.Find([1, 2], [1, 2], k)).Message, StringComparison.Ordinal);
}
