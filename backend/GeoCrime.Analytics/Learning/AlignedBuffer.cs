namespace GeoCrime.Analytics.Learning;

/// <summary>Single-precision storage that starts on a cache line, so that no vector load straddles two.</summary>
/// <remarks>Lives on the pinned heap; zero at the start. Freed by the garbage collector like any array.</remarks>
public sealed class AlignedBuffer
{
    private const int LineBytes = 64;
    private readonly float[] storage;
    private readonly int offset;

    /// <param name="length">Number of elements; ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">length &lt; 0.</exception>
    public AlignedBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        storage = GC.AllocateArray<float>(length + LineBytes / sizeof(float), pinned: true);
        unsafe
        {
            fixed (float* start = storage)
                offset = (int)((LineBytes - (nint)start % LineBytes) % LineBytes / sizeof(float));
        }
    }

    public int Length { get; }

    /// <summary>All elements; shape [Length].</summary>
    public Span<float> Span => storage.AsSpan(offset, Length);
}
