using System.Runtime.CompilerServices;

namespace GeoCrime.Analytics.Learning;

/// <summary>Single-precision matrix product C = A·B or C += A·B on one thread.</summary>
/// <remarks>
/// Register tiles of 8 × 32 over panels of 32 columns, blocked so that a panel's block stays in the first-level
/// cache and A's block in the second (Goto and van de Geijn 2008, ACM TOMS 34(3)). Cost: 2·rows·depth·columns operations.
/// </remarks>
public static class MatrixMultiply
{
    internal const int TileRows = 8;
    private const int BlockDepth = 256;
    private const int BlockRows = 256;

    /// <summary>The product of a strided left matrix and a packed right one.</summary>
    /// <param name="a">Element (i, k) lies at i·rowStride + k·depthStride; strides (n, 1) are row-major, (1, n) a transpose.</param>
    /// <param name="aRowStride">Elements between rows of A; ≥ 1.</param>
    /// <param name="aDepthStride">Elements between columns of A; ≥ 1.</param>
    /// <param name="b">Shape [depth, columns].</param>
    /// <param name="c">Result, row-major, rows <paramref name="cStride"/> apart.</param>
    /// <param name="rows">Rows of A and C; ≥ 0.</param>
    /// <param name="columns">Columns of C to compute, from the first; at most b.Columns.</param>
    /// <param name="accumulate">Adds to C instead of replacing it.</param>
    /// <exception cref="ArgumentException">A span is shorter than the shapes ask for.</exception>
    public static void Multiply(
        ReadOnlySpan<float> a, int aRowStride, int aDepthStride, PackedMatrix b,
        Span<float> c, int cStride, int rows, int columns, bool accumulate) =>
        Multiply(a, aRowStride, aDepthStride, b, c, cStride, rows, columns, accumulate, SimdWidths.Widest);

    /// <inheritdoc cref="Multiply(ReadOnlySpan{float}, int, int, PackedMatrix, Span{float}, int, int, int, bool)"/>
    /// <param name="width">The vector width to use; a width without hardware support is slow, not wrong.</param>
    public static void Multiply(
        ReadOnlySpan<float> a, int aRowStride, int aDepthStride, PackedMatrix b,
        Span<float> c, int cStride, int rows, int columns, bool accumulate, SimdWidth width)
    {
        if (rows == 0)
            return;
        Check(a, aRowStride, aDepthStride, b, c, cStride, rows, columns);
        unsafe
        {
            fixed (float* pa = a, pb = b.Panels, pc = c)
                for (var i = 0; i < rows; i += BlockRows)
                    for (var k = 0; k < b.Depth; k += BlockDepth)
                        Block(
                            pa + (nint)i * aRowStride + (nint)k * aDepthStride, aRowStride, aDepthStride,
                            pb + (nint)k * PackedMatrix.PanelColumns, (nint)b.Depth * PackedMatrix.PanelColumns,
                            pc + (nint)i * cStride, cStride, Math.Min(BlockRows, rows - i),
                            Math.Min(BlockDepth, b.Depth - k), columns, accumulate || k > 0, width);
        }
    }

    /// <summary>C = Aᵀ·B (or +=) for row-major A of shape [depth, rows] and B of shape [depth, columns], packing B block by block.</summary>
    /// <param name="scratch">Capacity of at least 256 × columns; overwritten.</param>
    /// <exception cref="ArgumentException">A span is shorter than the shapes ask for.</exception>
    public static void MultiplyTransposed(
        ReadOnlySpan<float> a, int aStride, ReadOnlySpan<float> b, int bStride, PackedMatrix scratch,
        Span<float> c, int cStride, int rows, int depth, int columns, bool accumulate)
    {
        for (var k = 0; k < depth; k += BlockDepth)
        {
            scratch.Pack(b[(k * bStride)..], bStride, Math.Min(BlockDepth, depth - k), columns);
            Multiply(a[(k * aStride)..], 1, aStride, scratch, c, cStride, rows, columns, accumulate || k > 0);
        }
    }

    /// <summary>Rows of the scratch that <see cref="MultiplyTransposed"/> needs for a given depth.</summary>
    public static int ScratchDepth(int depth) => Math.Min(BlockDepth, depth);

    private static unsafe void Block(
        float* a, nint rowStride, nint depthStride, float* b, nint panelStride, float* c, nint cStride,
        int rows, int depth, int columns, bool accumulate, SimdWidth width)
    {
        for (var j = 0; j < columns; j += PackedMatrix.PanelColumns, b += panelStride)
            for (var i = 0; i < rows; i += TileRows)
            {
                var tile = new Tile(
                    a + i * rowStride, rowStride, depthStride, b, depth, c + i * cStride + j, cStride,
                    Math.Min(TileRows, rows - i), accumulate);
                var whole = columns - j >= PackedMatrix.PanelColumns;
                if (whole)
                    Run(tile, width);
                else
                    RunNarrow(tile, columns - j, width);
            }
    }

    // The last panel may reach beyond C's last column: it is computed aside and its true columns are copied.
    [SkipLocalsInit]
    private static unsafe void RunNarrow(in Tile tile, int columns, SimdWidth width)
    {
        var aside = stackalloc float[TileRows * PackedMatrix.PanelColumns];
        Run(tile with { C = aside, CStride = PackedMatrix.PanelColumns, Accumulate = false }, width);
        for (var i = 0; i < tile.Rows; i++)
            for (var j = 0; j < columns; j++)
            {
                var value = aside[i * PackedMatrix.PanelColumns + j];
                var target = tile.C + i * tile.CStride + j;
                *target = tile.Accumulate ? *target + value : value;
            }
    }

    private static void Run(in Tile tile, SimdWidth width)
    {
        switch (width)
        {
            case SimdWidth.Bits512: TileKernel512.Run(tile); break;
            case SimdWidth.Bits256: TileKernel256.Run(tile); break;
            default: TileKernelScalar.Run(tile); break;
        }
    }

    private static void Check(
        ReadOnlySpan<float> a, int aRowStride, int aDepthStride, PackedMatrix b, Span<float> c, int cStride, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(aRowStride, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(aDepthStride, 1);
        if (columns < 1 || columns > b.Columns)
            throw new ArgumentException($"columns is {columns}; the packed matrix has {b.Columns}");
        if (cStride < columns)
            throw new ArgumentException($"rows of C are {cStride} apart; {columns} columns need at least as much");
        var needA = (long)(rows - 1) * aRowStride + (long)(b.Depth - 1) * aDepthStride + 1;
        var needC = (long)(rows - 1) * cStride + columns;
        if (a.Length < needA || c.Length < needC)
            throw new ArgumentException($"A has {a.Length} of {needA} elements needed, C has {c.Length} of {needC}");
    }
}
