namespace GeoCrime.Analytics.Learning;

/// <summary>
/// The right-hand matrix of a product, rearranged into panels of 32 columns that a kernel reads front to back:
/// shape [panels, depth, 32], the last panel filled up with zeros.
/// </summary>
public sealed class PackedMatrix
{
    /// <summary>Columns of a panel: two vectors of 512 bits.</summary>
    public const int PanelColumns = 32;

    private readonly AlignedBuffer panels;

    /// <param name="maxDepth">Most rows that will be packed; ≥ 1.</param>
    /// <param name="maxColumns">Most columns that will be packed; ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public PackedMatrix(int maxDepth, int maxColumns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDepth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxColumns, 1);
        panels = new AlignedBuffer(maxDepth * PanelCount(maxColumns) * PanelColumns);
    }

    /// <summary>Rows now packed: the length of each sum.</summary>
    public int Depth { get; private set; }

    /// <summary>Columns now packed.</summary>
    public int Columns { get; private set; }

    internal ReadOnlySpan<float> Panels => panels.Span;

    /// <summary>Packs a row-major matrix.</summary>
    /// <param name="source">Shape [depth, columns], rows <paramref name="rowStride"/> elements apart.</param>
    /// <exception cref="ArgumentException">The matrix does not fit into this one's capacity.</exception>
    public void Pack(ReadOnlySpan<float> source, int rowStride, int depth, int columns)
    {
        SetSize(depth, columns);
        var target = panels.Span;
        for (var first = 0; first < columns; first += PanelColumns)
        {
            var width = Math.Min(PanelColumns, columns - first);
            var panel = target.Slice(first * depth, depth * PanelColumns);
            for (var k = 0; k < depth; k++)
            {
                source.Slice(k * rowStride + first, width).CopyTo(panel[(k * PanelColumns)..]);
                panel.Slice(k * PanelColumns + width, PanelColumns - width).Clear();
            }
        }
    }

    /// <summary>Packs the transpose of a row-major matrix.</summary>
    /// <param name="source">Shape [columns, depth], rows <paramref name="rowStride"/> elements apart.</param>
    /// <exception cref="ArgumentException">The matrix does not fit into this one's capacity.</exception>
    public void PackTransposed(ReadOnlySpan<float> source, int rowStride, int depth, int columns)
    {
        SetSize(depth, columns);
        var target = panels.Span;
        for (var first = 0; first < columns; first += PanelColumns)
        {
            var width = Math.Min(PanelColumns, columns - first);
            var panel = target.Slice(first * depth, depth * PanelColumns);
            if (width < PanelColumns)
                panel.Clear();
            for (var j = 0; j < width; j++)
            {
                var row = source.Slice((first + j) * rowStride, depth);
                for (var k = 0; k < row.Length; k++)
                    panel[k * PanelColumns + j] = row[k];
            }
        }
    }

    private static int PanelCount(int columns) => (columns + PanelColumns - 1) / PanelColumns;

    private void SetSize(int depth, int columns)
    {
        if (depth < 1 || columns < 1 || depth * PanelCount(columns) * PanelColumns > panels.Length)
            throw new ArgumentException($"a matrix of {depth} × {columns} does not fit into {panels.Length} packed elements");
        Depth = depth;
        Columns = columns;
    }
}
