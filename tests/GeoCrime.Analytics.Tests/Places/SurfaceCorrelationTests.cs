using GeoCrime.Analytics.Places;

namespace GeoCrime.Analytics.Tests.Places;

public class SurfaceCorrelationTests
{
    /// <summary>Deviations −1.5 −0.5 0.5 1.5 and −2.5 −1.5 −0.5 4.5: Σab = 11, Σa² = 5, Σb² = 29. Ranks agree fully.</summary>
    [Fact]
    public void Four_cells_by_hand()
    {
        var found = SurfaceCorrelation.Of([1, 2, 3, 4], [1, 2, 3, 8]);
        Assert.Equal(11 / Math.Sqrt(5 * 29), found.Pearson, 1e-12);
        Assert.Equal(1, found.Spearman, 1e-12);
    }

    [Fact]
    public void Tied_ranks_are_shared() =>
        // Ranks 0.5 0.5 2 3 against 0 1 2 3: Σab = 4.5, Σa² = 4.5, Σb² = 5.
        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), SurfaceCorrelation.Of([7, 7, 8, 9], [1, 2, 3, 4]).Spearman, 1e-12);

    [Fact]
    public void Scale_and_shift_change_nothing_and_a_change_of_sign_turns_it()
    {
        double[] a = [3, 1, 4, 1, 5], b = [2, 7, 1, 8, 2];
        var (plain, scaled, turned) = (SurfaceCorrelation.Of(a, b), SurfaceCorrelation.Of([.. a.Select(v => 3 * v + 7)], b), SurfaceCorrelation.Of([.. a.Select(v => -v)], b));
        Assert.Equal(plain.Pearson, scaled.Pearson, 1e-12);
        Assert.Equal(-plain.Pearson, turned.Pearson, 1e-12);
        Assert.Equal(-plain.Spearman, turned.Spearman, 1e-12);
    }

    [Fact]
    public void Nothing_and_constants_have_no_correlation()
    {
        Assert.Equal(new SurfaceCorrelation(double.NaN, double.NaN), SurfaceCorrelation.Of([], []));
        Assert.Equal(new SurfaceCorrelation(double.NaN, double.NaN), SurfaceCorrelation.Of([1, 1], [1, 2]));
    }

    [Fact]
    public void NaN_is_refused() => Assert.Throws<ArgumentException>(() => SurfaceCorrelation.Of([1, double.NaN], [1, 2]));

    [Fact]
    public void Points_that_lie_together_have_like_densities_and_points_apart_have_not()
    {
        var square = PlanarSamples.Uniform(5000, 4000, 1);
        // A strip as high as the points' own square.
        var ground = square with { Y = [.. square.Y.Select(y => y * 1500 / 4000)] };
        var west = PlanarSamples.Uniform(300, 1500, 2);
        double[] east = [.. west.X.Select(x => x + 2500)];
        Assert.Equal(1, SurfaceCorrelation.OfPoints(west.X, west.Y, west.X, west.Y, ground.X, ground.Y, 250).Pearson, 1e-6);
        Assert.True(SurfaceCorrelation.OfPoints(west.X, west.Y, east, west.Y, ground.X, ground.Y, 250).Spearman < 0);
    }

    [Fact]
    public void Without_ground_or_points_densities_have_no_correlation()
    {
        Assert.True(double.IsNaN(SurfaceCorrelation.OfPoints([1], [1], [1], [1], [], [], 250).Pearson));
        Assert.True(double.IsNaN(SurfaceCorrelation.OfPoints([], [], [1], [1], [0, 1000], [0, 1000], 250).Pearson));
    }
}
