using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Tests.Density;

public class CrossValidationTests
{
    [Fact]
    public void The_bandwidth_maximises_the_likelihood_by_definition()
    {
        var points = PlanarSamples.Uniform(150, 1000, 3);
        double[] x = [.. points.X, .. points.X[..30]], y = [.. points.Y, .. points.Y[..30]];
        var best = CrossValidation.Bandwidth(x, y, DensityKernel.Gaussian);
        var score = ByDefinition(x, y, best);
        foreach (var factor in new[] { 0.2, 0.5, 0.9, 0.97, 1.03, 1.1, 2, 5 })
            Assert.True(ByDefinition(x, y, best * factor) <= score + 1e-6, $"{factor} times the bandwidth is likelier");
    }

    [Fact]
    public void Repeated_positions_do_not_pull_the_bandwidth_to_zero()
    {
        var points = PlanarSamples.Uniform(100, 1000, 4);
        double[] x = [.. points.X, .. points.X, .. points.X], y = [.. points.Y, .. points.Y, .. points.Y];
        Assert.Equal(
            CrossValidation.Bandwidth(points.X, points.Y, DensityKernel.Gaussian), CrossValidation.Bandwidth(x, y, DensityKernel.Gaussian), 2.0);
    }

    [Fact]
    public void A_quartic_radius_has_the_same_variance() =>
        Assert.Equal(
            Math.Sqrt(8) * CrossValidation.Bandwidth([0, 1, 5, 9], [0, 3, 3, 8], DensityKernel.Gaussian),
            CrossValidation.Bandwidth([0, 1, 5, 9], [0, 3, 3, 8], DensityKernel.Quartic), 1e-9);

    [Fact]
    public void An_outlier_ten_thousand_kilometres_away_leaves_a_finite_bandwidth() =>
        Assert.True(double.IsFinite(CrossValidation.Bandwidth([0, 10, 20, 1e7], [0, 10, 0, 1e7], DensityKernel.Gaussian)));

    [Fact]
    public void One_place_has_no_bandwidth() =>
        Assert.Contains("none differ", Assert.Throws<ArgumentException>(() =>
            CrossValidation.Bandwidth([1, 1], [2, 2], DensityKernel.Gaussian)).Message, StringComparison.Ordinal);

    private static double ByDefinition(double[] x, double[] y, double bandwidth) =>
        Enumerable.Range(0, x.Length).Average(i =>
        {
            var others = Enumerable.Range(0, x.Length).Where(j => x[j] != x[i] || y[j] != y[i]).ToArray();
            return Math.Log(others.Average(j => DensityKernel.Gaussian.Height(
                ((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j])) / (bandwidth * bandwidth))) / (bandwidth * bandwidth));
        });
}
