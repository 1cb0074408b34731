using System.Globalization;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Rows;

namespace GeoCrime.Data.Import.Preview;

/// <summary>Which formats the dates of a file may have.</summary>
internal static class DateFormats
{
    private const int MostFormats = 4;
    private const int FirstLook = 20;

    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt", " h:mm:sstt", "'T'HH:mm:ss"];

    private static readonly string[] Unambiguous =
    [
        .. ColumnMapping.IsoFormats,
        .. Times.Select(time => "yyyy/M/d" + time), .. Times.Select(time => "yyyy-M-d" + time), .. Times.Select(time => "yyyyMMdd" + time), "yyyyMMddHHmm", "yyyyMMddHHmmss",
        .. Times.SelectMany(time => new[] { "d MMM yyyy" + time, "d-MMM-yyyy" + time, "d-MMM-yy" + time, "MMM d, yyyy" + time, "MMM d yyyy" + time, "MMMM d, yyyy" + time }),
        "ddd MMM d HH:mm:ss yyyy",
    ];

    private static readonly string[] MonthFirst = [.. Numeric("M", "d", ["/", "-"])];
    private static readonly string[] DayFirst = [.. Numeric("d", "M", ["/", "-", "."])];

    /// <summary>Whole numbers that are dates only where the column's name says so.</summary>
    private static readonly string[] Numbers = [MomentReader.EpochSeconds, MomentReader.EpochMilliseconds];

    /// <param name="values">Not blank.</param>
    /// <param name="isNamedLikeDate">Whole numbers count as dates then.</param>
    /// <returns>Null where fewer than eight in ten values are dates.</returns>
    public static DateFit? Fit(IReadOnlyList<string> values, bool isNamedLikeDate)
    {
        if (values.Count == 0)
            return null;
        IEnumerable<string> all = [.. Unambiguous, .. MonthFirst, .. DayFirst, .. isNamedLikeDate ? Numbers : []];
        var numeric = !isNamedLikeDate && values.All(value => value.All(char.IsAsciiDigit));
        if (numeric)
            return null;
        var likely = all.Where(format => values.Take(FirstLook).Any(value => Reads(value, format))).ToList();
        // A format that occurs late in the file only is looked for where the likely ones leave a gap.
        if (likely.Count == 0)
            return null;
        var chosen = new List<string>();
        var left = values.ToList();
        while (left.Count > 0 && chosen.Count < MostFormats)
        {
            var candidates = chosen.Count == 0 ? likely : all;
            var (best, hits) = candidates.Select(format => (format, left.Count(value => Reads(value, format)))).MaxBy(each => each.Item2);
            if (hits == 0)
                break;
            chosen.Add(best);
            left.RemoveAll(value => Reads(value, best));
        }
        if (values.Count - left.Count < 0.8 * values.Count)
            return null;
        return Settle(chosen, values, left.Count);
    }

    /// <summary>The format with day and month in the other order; null where their order is beyond doubt.</summary>
    public static string? Turned(string format)
    {
        if (Array.IndexOf(MonthFirst, format) >= 0)
            return "d" + format[1] + "M" + format[3..];
        return Array.IndexOf(DayFirst, format) >= 0 && format[1] != '.' ? "M" + format[1] + "d" + format[3..] : null;
    }

    public static bool Reads(string value, string format) => Read(value, format) is not null;

    public static DateTime? Read(string value, string format) =>
        format is MomentReader.EpochSeconds or MomentReader.EpochMilliseconds
            ? MomentReader.Instant(value, format) is { Year: >= 1970 and < 2100 } instant ? instant : null
            : DateTime.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read) && read.Year is >= 1900 and < 2100 ? read : null;

    private static DateFit Settle(List<string> chosen, IReadOnlyList<string> values, int unread)
    {
        var turned = chosen.Select(format => Turned(format) ?? format).ToList();
        var isOrdered = !turned.SequenceEqual(chosen);
        // Both orders occur where one that was chosen is the other's turn.
        var mixed = chosen.Any(format => Turned(format) is { } other && chosen.Contains(other));
        var ambiguous = isOrdered && !mixed && values.All(value => !chosen.Any(format => Reads(value, format)) || turned.Any(format => Reads(value, format)));
        var example = values.First(value => chosen.Any(format => Reads(value, format)));
        return new DateFit(chosen, isOrdered ? turned : null, ambiguous, mixed, 1 - ((double)unread / values.Count), example);
    }

    private static IEnumerable<string> Numeric(string first, string second, string[] separators) =>
        from year in (string[])["yyyy", "yy"]
        from separator in separators
        from time in Times
        select $"{first}{separator}{second}{separator}{year}{time}";
}

/// <summary>How the dates of a column are read.</summary>
/// <param name="Formats">From the commonest.</param>
/// <param name="Turned">The same with day and month in the other order; null where the order is beyond doubt.</param>
/// <param name="Ambiguous">Every value can be read in both orders.</param>
/// <param name="Mixed">Some values can only be read in the one order, some only in the other.</param>
/// <param name="Share">Of the values that can be read, 0–1.</param>
/// <param name="Example">The first value that can be read.</param>
internal sealed record DateFit(IReadOnlyList<string> Formats, IReadOnlyList<string>? Turned, bool Ambiguous, bool Mixed, double Share, string Example);
