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
        Assert.Equal(1, SuggestedEpsilon.For(x, new double[100], 2));
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
            var epsilon = SuggestedEpsilon.For(points.X, points.Y, minPoints, 0.001);
            return epsilon == 0 ? distances.All(distance => distance < 0.001) : distances.Any(distance => Math.Abs(distance - epsilon) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Places_that_are_dense_by_themselves_suggest_no_radius() =>
        Assert.Equal(0, SuggestedEpsilon.For([1, 1, 1, 9, 9, 9], [0, 0, 0, 0, 0, 0], 3));

    /// <summary>Four of five points share a corner to centimetres; the others turn at ten metres as if they were alone.</summary>
    [Fact]
    public void Jitter_around_a_corner_does_not_count()
    {
        double[] street = [.. Enumerable.Range(0, 90).Select(i => 1000 + 10.0 * i), .. Enumerable.Range(1, 10).Select(i => 9000 + 1000.0 * i)];
        double[] corner = [.. Enumerable.Range(0, 400).Select(i => i * 1e-4)];
        Assert.Equal(10, SuggestedEpsilon.For([.. corner, .. street], new double[500], 2));
    }

    [Fact]
    public void Too_few_points_are_refused() =>
        Assert.Contains("1 points are fewer than minPoints, 5", Assert.Throws<ArgumentException>(() =>
            SuggestedEpsilon.For([1], [1], 5)).Message, StringComparison.Ordinal);
}
