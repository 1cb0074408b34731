using System.Globalization;
using System.Text.RegularExpressions;

namespace GeoCrime.Data.Import.Preview;

/// <summary>One column of a file's first rows.</summary>
/// <param name="name">As in the header.</param>
/// <param name="values">Of all rows looked at, blank ones included.</param>
internal sealed partial class ColumnSample(string name, IReadOnlyList<string> values)
{
    private const double Most = 0.9;
    private double[]? numbers;

    public string Name => name;

    /// <summary>The words of the name in lower case: GEO_LON → geo, lon; dateOcc → date, occ.</summary>
    public IReadOnlyList<string> Words { get; } = [.. Word().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    public IReadOnlyList<string> Filled { get; } = [.. values.Where(value => value.Length > 0)];

    public int Rows => values.Count;

    /// <summary>Share of the rows that are not blank, 0–1.</summary>
    public double FilledShare => Rows == 0 ? 0 : (double)Filled.Count / Rows;

    public int Distinct { get; } = values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The first three different values.</summary>
    public IReadOnlyList<string> Examples { get; } = [.. values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Take(3)];

    /// <summary>The values that are numbers; a decimal comma counts.</summary>
    public double[] Numbers => numbers ??= [.. Filled.Select(Number).OfType<double>()];

    /// <summary>Whether nearly all values are numbers.</summary>
    public bool IsNumeric => Filled.Count > 0 && Numbers.Length >= Most * Filled.Count;

    /// <summary>Whether nearly all numbers lie within a limit of 0, and most are not 0 itself.</summary>
    public bool Within(double limit) =>
        IsNumeric && Numbers.Count(number => Math.Abs(number) <= limit) >= Most * Numbers.Length && Numbers.Count(number => number != 0) > 0.5 * Numbers.Length;

    /// <summary>Whether most numbers have at least so many decimals.</summary>
    public bool HasDecimals(int decimals) =>
        Filled.Count(value => value.LastIndexOfAny(['.', ',']) is >= 0 and var at && value.Length - at - 1 >= decimals) > 0.5 * Filled.Count;

    public bool Says(params string[] words) => Words.Any(words.Contains);

    /// <summary>Whether a part of the name, longer than a word, holds one of the texts.</summary>
    public bool Holds(params string[] texts) => texts.Any(text => name.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static double? Number(string text) =>
        double.TryParse(text.Count(letter => letter == ',') == 1 && !text.Contains('.') ? text.Replace(',', '.') : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{Lo}+")]
    private static partial Regex Word();
}
