using System.Runtime.Intrinsics;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Tests.Numerics;

public class LaneTransformTests
{
    public static TheoryData<int> Lengths => [1, 2, 3, 5, 16, 48, 80, 320];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_lane_is_the_transform_by_definition(int length)
    {
        var (real, imaginary) = (Random(length, 1), Random(length, 2));
        var transform = new LaneTransform(length);
        var (r, i) = (real.ToArray(), imaginary.ToArray());
        transform.Forward(r, i);
        for (var place = 0; place < length; place++)
            foreach (var lane in new[] { 0, 7, 15 })
            {
                double sumR = 0, sumI = 0;
                for (var k = 0; k < length; k++)
                {
                    var (sine, cosine) = Math.SinCos(-2 * Math.PI * k * transform.Frequencies[place] / length);
                    sumR += real[k][lane] * cosine - imaginary[k][lane] * sine;
                    sumI += real[k][lane] * sine + imaginary[k][lane] * cosine;
                }
                // Single precision: a few units in the last of sums of up to 320 values below 1.
                Assert.Equal(sumR, r[place][lane], 1e-3);
                Assert.Equal(sumI, i[place][lane], 1e-3);
            }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Back_and_forth_multiplies_by_the_length(int length)
    {
        var (real, imaginary) = (Random(length, 3), Random(length, 4));
        var (r, i) = (real.ToArray(), imaginary.ToArray());
        var transform = new LaneTransform(length);
        transform.Forward(r, i);
        transform.Backward(r, i);
        for (var k = 0; k < length; k++)
        {
            Assert.Equal(real[k][3], r[k][3] / length, 1e-5);
            Assert.Equal(imaginary[k][11], i[k][11] / length, 1e-5);
        }
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(17, 32)]
    [InlineData(33, 48)]
    [InlineData(577, 640)]
    [InlineData(641, 768)]
    [InlineData(1025, 1280)]
    public void The_shortest_length_that_holds_the_values_is_taken(int atLeast, int length)
    {
        Assert.Equal(length, LaneTransform.LengthFor(atLeast));
        Assert.Equal(length, new LaneTransform(length).Length);
    }

    [Fact]
    public void A_length_with_another_odd_factor_is_refused() =>
        Assert.Contains("1, 3 or 5 times a power of two", Assert.Throws<ArgumentOutOfRangeException>(() => new LaneTransform(14)).Message, StringComparison.Ordinal);

    private static Vector512<float>[] Random(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => Vector512.Create([.. Enumerable.Range(0, 16).Select(_ => random.NextSingle())]))];
    }
}
