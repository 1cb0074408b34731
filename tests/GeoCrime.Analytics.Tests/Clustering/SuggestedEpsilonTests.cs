using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Clustering;

namespace GeoCrime.Analytics.Tests.Clustering;

public class SuggestedEpsilonTests
{
    /// <summary>Ninety points a metre apart and ten a hundred metres apart: the curve turns at one metre.</summary>
    [Fact]
    public void The_knee_lies_where_the_dense_points_end()
    {
        double[] x = [.. Enumerable.Range(0, 90).Select(i => (double)i), .. Enumerable.Range(1, 10).Select(i => 1000.0 + 100 * i)];
        Assert.Equal(1, SuggestedEpsilon.Metres(x, new double[100], 2));
    }

    [Fact]
    public void Any_suggestion_is_the_distance_of_some_point() =>
        Prop.ForAll(PlanarSamples.Any, Gen.Choose(1, 5).ToArbitrary(), (points, minPoints) =>
        {
            var n = points.X.Length;
            if (n < minPoints)
                return true;
            var distances = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n)
                .Select(j => Math.Sqrt(Math.Pow(points.X[i] - points.X[j], 2) + Math.Pow(points.Y[i] - points.Y[j], 2)))
                .Order().ElementAt(minPoints - 1));
            var epsilon = SuggestedEpsilon.Metres(points.X, points.Y, minPoints);
            return distances.Any(distance => Math.Abs(distance - epsilon) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Places_that_are_dense_by_themselves_suggest_no_radius() =>
        Assert.Equal(0, SuggestedEpsilon.Metres([1, 1, 1, 9, 9, 9], [0, 0, 0, 0, 0, 0], 3));

    [Fact]
    public void Too_few_points_are_refused() =>
        Assert.Contains("1 points are fewer than minPoints, 5", Assert.Throws<ArgumentException>(() =>
            SuggestedEpsilon.Metres([1], [1], 5)).Message, StringComparison.Ordinal);
}
