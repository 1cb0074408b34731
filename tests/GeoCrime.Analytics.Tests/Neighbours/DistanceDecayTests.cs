using GeoCrime.Analytics.Density;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Neighbours;

public class DistanceDecayTests
{
    private static readonly SpatialWeights Links = SpatialWeights.FromLists([[0, 1, 2], [0], [0]]);
    private static readonly double[] X = [0, 3, 0];
    private static readonly double[] Y = [0, 4, 0];

    [Fact]
    public void Inverse_distance_by_hand() =>
        Assert.Equal([1, 0.04, 1], DistanceDecay.Inverse(Links, X, Y, 2, 1).ValuesOf(0).ToArray().Select(value => Math.Round(value, 12)));

    [Fact]
    public void A_quartic_weight_falls_from_one() =>
        Assert.Equal([1, 0.5625, 1],
            DistanceDecay.Kernel(Links, X, Y, DensityKernel.Quartic, 10).ValuesOf(0).ToArray().Select(value => Math.Round(value, 12)));

    [Fact]
    public void Coincident_points_need_a_nearest_distance() =>
        Assert.Contains("must be finite and > 0 metres", Assert.Throws<ArgumentOutOfRangeException>(() =>
            DistanceDecay.Inverse(Links, X, Y, 1, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void There_must_be_one_point_a_unit() =>
        Assert.Contains("There are 1 points for 3 units.", Assert.Throws<ArgumentException>(() =>
            DistanceDecay.Inverse(Links, [1], [1], 1, 1)).Message, StringComparison.Ordinal);
}
