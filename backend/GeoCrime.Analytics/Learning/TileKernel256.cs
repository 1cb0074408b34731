using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>The tile product in 256-bit vectors: 4 × 16 sums stay in eight of the sixteen registers.</summary>
internal static unsafe class TileKernel256
{
    private const int HalfPanel = PackedMatrix.PanelColumns / 2;

    public static void Run(in Tile tile)
    {
        for (var column = 0; column < PackedMatrix.PanelColumns; column += HalfPanel)
        {
            var row = 0;
            for (; row + 4 <= tile.Rows; row += 4)
                Four(tile, row, column);
            for (; row < tile.Rows; row++)
                One(tile, row, column);
        }
    }

    private static void Four(in Tile tile, int firstRow, int firstColumn)
    {
        var stride = tile.CStride;
        var c = tile.C + firstRow * stride + firstColumn;
        var c00 = tile.Accumulate ? Vector256.Load(c) : default;
        var c01 = tile.Accumulate ? Vector256.Load(c + 8) : default;
        var c10 = tile.Accumulate ? Vector256.Load(c + stride) : default;
        var c11 = tile.Accumulate ? Vector256.Load(c + stride + 8) : default;
        var c20 = tile.Accumulate ? Vector256.Load(c + 2 * stride) : default;
        var c21 = tile.Accumulate ? Vector256.Load(c + 2 * stride + 8) : default;
        var c30 = tile.Accumulate ? Vector256.Load(c + 3 * stride) : default;
        var c31 = tile.Accumulate ? Vector256.Load(c + 3 * stride + 8) : default;
        nint r1 = tile.RowStride, r2 = 2 * r1, r3 = 3 * r1;
        var a = tile.A + firstRow * tile.RowStride;
        var b = tile.Panel + firstColumn;
        for (var k = tile.Depth; k > 0; k--)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(a[0]);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[r1]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a[r2]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a[r3]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            a += tile.DepthStride;
            b += PackedMatrix.PanelColumns;
        }
        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c + stride);
        c11.Store(c + stride + 8);
        c20.Store(c + 2 * stride);
        c21.Store(c + 2 * stride + 8);
        c30.Store(c + 3 * stride);
        c31.Store(c + 3 * stride + 8);
    }

    private static void One(in Tile tile, int firstRow, int firstColumn)
    {
        var stride = tile.CStride;
        var c = tile.C + firstRow * stride + firstColumn;
        var c00 = tile.Accumulate ? Vector256.Load(c) : default;
        var c01 = tile.Accumulate ? Vector256.Load(c + 8) : default;
        var a = tile.A + firstRow * tile.RowStride;
        var b = tile.Panel + firstColumn;
        for (var k = tile.Depth; k > 0; k--)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(a[0]);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            a += tile.DepthStride;
            b += PackedMatrix.PanelColumns;
        }
        c00.Store(c);
        c01.Store(c + 8);
    }
}
