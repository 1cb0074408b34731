using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Learning;

/// <summary>Learnt numbers an item, looked up by its place. Weights have shape [items, size].</summary>
/// <param name="items">≥ 1.</param>
/// <param name="size">Numbers an item; ≥ 1.</param>
public sealed class Embedding(int items, int size)
{
    public int Items { get; } = items >= 1 ? items : throw new ArgumentOutOfRangeException(nameof(items), items, "must be 1 or more");

    public int Size { get; } = size >= 1 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "must be 1 or more");

    /// <summary>An item's numbers, shape [size].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public ReadOnlySpan<float> Forward(ReadOnlySpan<float> weights, int item) => weights.Slice(Start(item), Size);

    /// <summary>Adds what one use of an item gives to the gradient of the weights.</summary>
    /// <param name="outputGradient">By the numbers where they were used, shape [size].</param>
    /// <param name="gradient">Shape of the weights; added to.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public void Backward(int item, ReadOnlySpan<float> outputGradient, Span<float> gradient)
    {
        var own = gradient.Slice(Start(item), Size);
        TensorPrimitives.Add(own, outputGradient[..Size], own);
    }

    private int Start(int item) => item >= 0 && item < Items
        ? item * Size
        : throw new ArgumentOutOfRangeException(nameof(item), item, $"must be from 0 to {Items - 1}");
}
