using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class EmbeddingTests
{
    [Fact]
    public void An_item_has_its_own_numbers_and_gradient()
    {
        var embedding = new Embedding(3, 2);
        Assert.Equal([3f, 4f], embedding.Forward([1, 2, 3, 4, 5, 6], 1).ToArray());
        var gradient = new float[6];
        embedding.Backward(2, [1, -1], gradient);
        embedding.Backward(2, [1, -1], gradient);
        Assert.Equal([0f, 0, 0, 0, 2, -2], gradient);
    }

    [Fact]
    public void An_unknown_item_is_refused() =>
        Assert.Contains("must be from 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => new Embedding(3, 1).Forward([1, 2, 3], 3)).Message);
}
