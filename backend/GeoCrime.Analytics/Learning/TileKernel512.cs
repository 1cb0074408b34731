using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>The tile product in 512-bit vectors: 8 × 32 sums stay in sixteen of the thirty-two registers.</summary>
/// <remarks>The loops are written out because the compiler keeps only separate locals in registers.</remarks>
internal static unsafe class TileKernel512
{
    public static void Run(in Tile tile)
    {
        var row = 0;
        if (tile.Rows == MatrixMultiply.TileRows)
        {
            Eight(tile, 0);
            return;
        }
        if (tile.Rows >= 4)
        {
            Four(tile, 0);
            row = 4;
        }
        for (; row < tile.Rows; row++)
            One(tile, row);
    }

    private static void Eight(in Tile tile, int firstRow)
    {
        var stride = tile.CStride;
        var c = tile.C + firstRow * stride;
        var c00 = tile.Accumulate ? Vector512.Load(c) : default;
        var c01 = tile.Accumulate ? Vector512.Load(c + 16) : default;
        var c10 = tile.Accumulate ? Vector512.Load(c + stride) : default;
        var c11 = tile.Accumulate ? Vector512.Load(c + stride + 16) : default;
        var c20 = tile.Accumulate ? Vector512.Load(c + 2 * stride) : default;
        var c21 = tile.Accumulate ? Vector512.Load(c + 2 * stride + 16) : default;
        var c30 = tile.Accumulate ? Vector512.Load(c + 3 * stride) : default;
        var c31 = tile.Accumulate ? Vector512.Load(c + 3 * stride + 16) : default;
        var c40 = tile.Accumulate ? Vector512.Load(c + 4 * stride) : default;
        var c41 = tile.Accumulate ? Vector512.Load(c + 4 * stride + 16) : default;
        var c50 = tile.Accumulate ? Vector512.Load(c + 5 * stride) : default;
        var c51 = tile.Accumulate ? Vector512.Load(c + 5 * stride + 16) : default;
        var c60 = tile.Accumulate ? Vector512.Load(c + 6 * stride) : default;
        var c61 = tile.Accumulate ? Vector512.Load(c + 6 * stride + 16) : default;
        var c70 = tile.Accumulate ? Vector512.Load(c + 7 * stride) : default;
        var c71 = tile.Accumulate ? Vector512.Load(c + 7 * stride + 16) : default;
        nint r1 = tile.RowStride, r2 = 2 * r1, r3 = 3 * r1, step = tile.DepthStride;
        var a = tile.A + firstRow * tile.RowStride;
        var d = a + 4 * r1;
        var b = tile.Panel;
        for (var k = tile.Depth; k > 0; k--)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[r1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[r2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[r3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(d[0]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(d[r1]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(d[r2]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(d[r3]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
            a += step;
            d += step;
            b += PackedMatrix.PanelColumns;
        }
        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(c + stride);
        c11.Store(c + stride + 16);
        c20.Store(c + 2 * stride);
        c21.Store(c + 2 * stride + 16);
        c30.Store(c + 3 * stride);
        c31.Store(c + 3 * stride + 16);
        c40.Store(c + 4 * stride);
        c41.Store(c + 4 * stride + 16);
        c50.Store(c + 5 * stride);
        c51.Store(c + 5 * stride + 16);
        c60.Store(c + 6 * stride);
        c61.Store(c + 6 * stride + 16);
        c70.Store(c + 7 * stride);
        c71.Store(c + 7 * stride + 16);
    }

    private static void Four(in Tile tile, int firstRow)
    {
        var stride = tile.CStride;
        var c = tile.C + firstRow * stride;
        var c00 = tile.Accumulate ? Vector512.Load(c) : default;
        var c01 = tile.Accumulate ? Vector512.Load(c + 16) : default;
        var c10 = tile.Accumulate ? Vector512.Load(c + stride) : default;
        var c11 = tile.Accumulate ? Vector512.Load(c + stride + 16) : default;
        var c20 = tile.Accumulate ? Vector512.Load(c + 2 * stride) : default;
        var c21 = tile.Accumulate ? Vector512.Load(c + 2 * stride + 16) : default;
        var c30 = tile.Accumulate ? Vector512.Load(c + 3 * stride) : default;
        var c31 = tile.Accumulate ? Vector512.Load(c + 3 * stride + 16) : default;
        nint r1 = tile.RowStride, r2 = 2 * r1, r3 = 3 * r1, step = tile.DepthStride;
        var a = tile.A + firstRow * tile.RowStride;
        var b = tile.Panel;
        for (var k = tile.Depth; k > 0; k--)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[r1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[r2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[r3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            a += step;
            b += PackedMatrix.PanelColumns;
        }
        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(c + stride);
        c11.Store(c + stride + 16);
        c20.Store(c + 2 * stride);
        c21.Store(c + 2 * stride + 16);
        c30.Store(c + 3 * stride);
        c31.Store(c + 3 * stride + 16);
    }

    private static void One(in Tile tile, int firstRow)
    {
        var stride = tile.CStride;
        var c = tile.C + firstRow * stride;
        var c00 = tile.Accumulate ? Vector512.Load(c) : default;
        var c01 = tile.Accumulate ? Vector512.Load(c + 16) : default;
        nint step = tile.DepthStride;
        var a = tile.A + firstRow * tile.RowStride;
        var b = tile.Panel;
        for (var k = tile.Depth; k > 0; k--)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            a += step;
            b += PackedMatrix.PanelColumns;
        }
        c00.Store(c);
        c01.Store(c + 16);
    }
}
