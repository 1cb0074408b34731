namespace GeoCrime.Analytics.Learning;

/// <summary>The tile product without vectors: the reference for the others, and the fallback.</summary>
internal static unsafe class TileKernelScalar
{
    public static void Run(in Tile tile)
    {
        for (var i = 0; i < tile.Rows; i++)
            for (var j = 0; j < PackedMatrix.PanelColumns; j++)
            {
                var c = tile.C + i * tile.CStride + j;
                var sum = tile.Accumulate ? *c : 0f;
                var a = tile.A + i * tile.RowStride;
                var b = tile.Panel + j;
                for (var k = 0; k < tile.Depth; k++, a += tile.DepthStride, b += PackedMatrix.PanelColumns)
                    sum = MathF.FusedMultiplyAdd(*a, *b, sum);
                *c = sum;
            }
    }
}
