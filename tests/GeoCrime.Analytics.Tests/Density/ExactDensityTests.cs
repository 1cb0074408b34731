using System.Globalization;
using GeoCrime.Analytics.Density;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests.Density;

public class ExactDensityTests
{
    /// <summary>kde_grid.csv: numpy sums over the first 500 points of dbscan_points.csv; printed with 15 digits.</summary>
    [Theory]
    [InlineData(DensityKernel.Gaussian, 250, 4)]
    [InlineData(DensityKernel.Quartic, 500, 5)]
    public void Equals_numpys_sums(DensityKernel kernel, double bandwidth, int column)
    {
        var points = Rows("dbscan_points.csv").Take(500).ToArray();
        var places = Rows("kde_grid.csv");
        var density = ExactDensity.At(
            [.. points.Select(row => row[0])], [.. points.Select(row => row[1])], null,
            [.. places.Select(row => row[2])], [.. places.Select(row => row[3])], kernel, bandwidth);
        Assert.All(density.Zip(places), pair => Assert.Equal(pair.Second[column], pair.First, pair.Second[column] * 1e-12));
    }

    [Fact]
    public void An_epanechnikov_kernel_falls_with_the_square_of_distance() =>
        Assert.Equal(2e6 / Math.PI / 100 * 0.75, ExactDensity.At([0], [0], null, [3], [4], DensityKernel.Epanechnikov, 10)[0], 1e-9);

    [Fact]
    public void Weights_multiply() =>
        Assert.Equal(
            ExactDensity.At([0, 0, 5], [0, 0, 5], null, [1], [1], DensityKernel.Gaussian, 3)[0],
            ExactDensity.At([0, 5], [0, 5], [2, 1], [1], [1], DensityKernel.Gaussian, 3)[0], 1e-9);

    [Fact]
    public void No_points_give_zero() =>
        Assert.Equal([0.0], ExactDensity.At([], [], null, [1], [1], DensityKernel.Gaussian, 3));

    [Fact]
    public void Places_must_be_finite() =>
        Assert.Contains("x[0] is NaN", Assert.Throws<ArgumentException>(() =>
            ExactDensity.At([1], [1], null, [double.NaN], [1], DensityKernel.Gaussian, 3)).Message, StringComparison.Ordinal);

    private static double[][] Rows(string file) =>
        [.. File.ReadLines(RepositoryFiles.Golden(file)).Skip(1)
            .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())];
}
