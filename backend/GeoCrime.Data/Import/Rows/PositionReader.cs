using System.Globalization;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Import.Rows;

/// <summary>What became of a row's position.</summary>
internal enum PositionOutcome
{
    Located,

    /// <summary>Blank or absent.</summary>
    Blank,

    /// <summary>A value that means "unknown".</summary>
    Sentinel,

    /// <summary>No number, not finite, or outside its CRS.</summary>
    Impossible,
}

/// <summary>Reads a row's position in the CRS of its source.</summary>
internal sealed class PositionReader
{
    private readonly (int X, int Y)? columns;
    private readonly IReadOnlyList<Sentinel> sentinels;

    public PositionReader(PositionField? field, IReadOnlyList<string> columns, int srid)
    {
        this.columns = field is null ? null : (columns.ToList().IndexOf(field.X), columns.ToList().IndexOf(field.Y));
        sentinels = field?.Sentinels ?? [];
        Srid = srid;
    }

    /// <summary>EPSG code of the positions read.</summary>
    public int Srid { get; }

    public PositionOutcome Read(SourceRows row, out double x, out double y)
    {
        if (columns is not { } at)
        {
            (x, y) = row.Geometry ?? default;
            return row.Geometry is null ? PositionOutcome.Blank : Judge(x, y);
        }
        var (textX, textY) = (row.Field(at.X), row.Field(at.Y));
        x = y = 0;
        if (textX.Length == 0 || textY.Length == 0)
            return PositionOutcome.Blank;
        return Number(textX, out x) && Number(textY, out y) ? Judge(x, y) : PositionOutcome.Impossible;
    }

    private PositionOutcome Judge(double x, double y)
    {
        foreach (var sentinel in sentinels)
            if (Math.Abs(x - sentinel.X) <= sentinel.Tolerance && Math.Abs(y - sentinel.Y) <= sentinel.Tolerance)
                return PositionOutcome.Sentinel;
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return PositionOutcome.Impossible;
        return Srid == CrsCode.Wgs84 && (Math.Abs(x) > 180 || Math.Abs(y) > 90) ? PositionOutcome.Impossible : PositionOutcome.Located;
    }

    /// <summary>A number with a decimal point, or with a decimal comma where it cannot be one of thousands.</summary>
    private bool Number(string text, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return true;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var isDecimal = comma >= 0 && comma == text.LastIndexOf(',') && !text.Contains('.') && (Srid == CrsCode.Wgs84 || text.Length - comma - 1 != 3);
        return isDecimal && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
