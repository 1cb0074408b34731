namespace GeoCrime.Analytics.Learning;

/// <summary>One register tile of a product: up to 8 rows of A times one panel of 32 columns.</summary>
internal readonly unsafe struct Tile(
    float* a, nint rowStride, nint depthStride, float* panel, int depth, float* c, nint cStride, int rows, bool accumulate)
{
    /// <summary>Element (i, k) lies at i·RowStride + k·DepthStride.</summary>
    public float* A { get; } = a;

    public nint RowStride { get; } = rowStride;

    public nint DepthStride { get; } = depthStride;

    /// <summary>Shape [Depth, 32].</summary>
    public float* Panel { get; } = panel;

    public int Depth { get; } = depth;

    /// <summary>Shape [Rows, 32], rows CStride apart.</summary>
    public float* C { get; init; } = c;

    public nint CStride { get; init; } = cStride;

    /// <summary>1 to 8.</summary>
    public int Rows { get; } = rows;

    public bool Accumulate { get; init; } = accumulate;
}
