using System.Globalization;

namespace GeoCrime.Analytics.Neighbours;

/// <summary>A cell of a grid anchored at (0, 0) of its CRS. Columns grow eastwards, rows northwards; both may be negative.</summary>
public readonly record struct GridCell(int Column, int Row)
{
    /// <summary>The cell's id, for instance <c>c2206r17625</c>: it stays the same whatever is filtered.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"c{Column}r{Row}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? id, out GridCell cell)
    {
        cell = default;
        if (id is null || !id.StartsWith('c') || id.IndexOf('r') is var at && at < 0)
            return false;
        if (!int.TryParse(id.AsSpan(1, at - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var column)
            || !int.TryParse(id.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var row))
            return false;
        cell = new GridCell(column, row);
        return true;
    }
}
