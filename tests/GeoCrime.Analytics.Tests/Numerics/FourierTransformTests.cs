using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Tests.Numerics;

public class FourierTransformTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(256)]
    public void Products_of_frequencies_are_circular_convolutions(int length)
    {
        var random = new Random(length);
        double[] a = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble())];
        double[] b = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble())];
        var expected = Enumerable.Range(0, length).Select(k =>
            Enumerable.Range(0, length).Sum(i => a[i] * b[(k - i + length) % length])).ToArray();
        var transform = new FourierTransform(length);
        double[] ai = new double[length], bi = new double[length];
        transform.Forward(a, ai);
        transform.Forward(b, bi);
        for (var i = 0; i < length; i++)
            (a[i], ai[i]) = (a[i] * b[i] - ai[i] * bi[i], a[i] * bi[i] + ai[i] * b[i]);
        transform.Backward(a, ai);
        Assert.All(expected.Zip(a), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        Assert.All(ai, imaginary => Assert.Equal(0, imaginary, 1e-10));
    }

    [Fact]
    public void A_length_that_is_no_power_of_two_is_refused() =>
        Assert.Contains("power of two", Assert.Throws<ArgumentOutOfRangeException>(() => new FourierTransform(12)).Message, StringComparison.Ordinal);
}
