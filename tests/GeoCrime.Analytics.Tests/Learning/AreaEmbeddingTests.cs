using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class AreaEmbeddingTests
{
    private static readonly NetworkShape Shape =
        new(4, 2, 3) { FirstHidden = 5, SecondHidden = 4, DenseUnits = 4, Dropout = 0.2, Areas = 3, EmbeddingSize = 2 };

    [Fact]
    public void Gradient_of_every_area_equals_finite_differences()
    {
        var (network, set) = Example();
        var shard = new NetworkShard(network, trains: true);
        int[] rows = [0, 1, 2, 3];

        double Loss()
        {
            network.Pack();
            return NegativeBinomialLoss.Instance.Sum(shard.Forward(set, rows, new SplitMix64(3)), set, rows) / 8;
        }

        Loss();
        var gradient = new AlignedBuffer(network.Values.Length);
        shard.Backward(NegativeBinomialLoss.Instance, set, rows, 8, gradient);
        var embedding = network.Slices.Single(s => s.Name == "area.embedding");
        Assert.Equal((3, 2), (embedding.Rows, embedding.Columns));
        const float step = 1e-2f;
        for (var i = embedding.Offset; i < embedding.Offset + embedding.Length; i++)
        {
            var kept = network.Values.Span[i];
            network.Values.Span[i] = kept + step;
            var above = Loss();
            network.Values.Span[i] = kept - step;
            var below = Loss();
            network.Values.Span[i] = kept;
            Assert.Equal((above - below) / (2 * step), gradient.Span[i], 2e-3);
        }
    }

    [Fact]
    public void An_area_without_windows_gets_no_gradient()
    {
        var (network, set) = Example();
        var shard = new NetworkShard(network, trains: true);
        shard.Forward(set, [0, 1], new SplitMix64(3));
        var gradient = new AlignedBuffer(network.Values.Length);
        shard.Backward(NegativeBinomialLoss.Instance, set, [0, 1], 4, gradient);
        var byArea = network.Slices.Single(s => s.Name == "area.embedding").Of(gradient).ToArray();
        Assert.All(byArea[4..], g => Assert.Equal(0, g));
        Assert.Contains(byArea[..4], g => g != 0);
    }

    private static (ForecastNetwork Network, WindowSet Set) Example()
    {
        var network = new ForecastNetwork(Shape);
        var random = new SplitMix64(12);
        foreach (ref var value in network.Values.Span)
            value = (float)(random.NextDouble() - 0.5);
        network.Pack();
        var inputs = new float[4 * Shape.Steps * Shape.Inputs];
        foreach (ref var value in inputs.AsSpan())
            value = (float)random.NextDouble();
        return (network, new WindowSet(inputs, [1, 4, 0, 2, 3, 3, 8, 1], 4) { Areas = [0, 1, 2, 1], Offsets = [1, 1, 0, 0, 1, 1, 2, 1] });
    }
}
