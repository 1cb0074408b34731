using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Tests.Density;

public class BandwidthTests
{
    private static readonly double[] X = [0, 0, 4, 4];
    private static readonly double[] Y = [0, 2, 0, 2];

    /// <summary>Variances 16/3 and 4/3, mean 10/3, n^(−1/6) = 4^(−1/6).</summary>
    [Fact]
    public void Scotts_rule_by_hand() =>
        Assert.Equal(Math.Sqrt(10.0 / 3) * Math.Pow(4, -1.0 / 6), Bandwidth.Scott(X, Y, DensityKernel.Gaussian), 1e-12);

    [Theory]
    [InlineData(DensityKernel.Quartic, 8)]
    [InlineData(DensityKernel.Epanechnikov, 6)]
    public void A_compact_kernels_radius_gives_it_the_gaussians_variance(DensityKernel kernel, double squaredFactor) =>
        Assert.Equal(
            Bandwidth.Scott(X, Y, DensityKernel.Gaussian) * Math.Sqrt(squaredFactor), Bandwidth.Scott(X, Y, kernel), 1e-12);

    /// <summary>Quartiles of 0, 1, 2, 3, 100 are 1 and 3; the sd is 43.6, so the IQR of 2 decides.</summary>
    [Fact]
    public void Silvermans_rule_is_not_stretched_by_a_far_point()
    {
        double[] spread = [0, 1, 2, 3, 100];
        Assert.Equal(2 / 1.34 * Math.Pow(5, -1.0 / 6), Bandwidth.Silverman(spread, spread, DensityKernel.Gaussian), 1e-12);
    }

    [Fact]
    public void Silvermans_rule_falls_back_on_the_deviation_where_half_the_points_coincide()
    {
        double[] heavy = [5, 5, 5, 5, 5, 9];
        Assert.Equal(
            Bandwidth.Scott(heavy, heavy, DensityKernel.Gaussian), Bandwidth.Silverman(heavy, heavy, DensityKernel.Gaussian), 1e-12);
    }

    [Fact]
    public void Shifting_the_city_changes_nothing() =>
        Assert.Equal(
            Bandwidth.Scott(X, Y, DensityKernel.Gaussian),
            Bandwidth.Scott([.. X.Select(x => x + 5e5)], [.. Y.Select(y => y + 4e6)], DensityKernel.Gaussian), 1e-9);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Points_that_do_not_differ_have_no_bandwidth(int count)
    {
        var same = Enumerable.Repeat(3.0, count).ToArray();
        Assert.Contains($"of {count} none differ", Assert.Throws<ArgumentException>(() =>
            Bandwidth.Scott(same, same, DensityKernel.Gaussian)).Message, StringComparison.Ordinal);
    }
}
