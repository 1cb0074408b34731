using System.CommandLine;
using System.Globalization;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Files;

/// <summary>What a reader should know of the series of a file: gaps, outliers, changes of level. A line on stderr, all of it as CSV where asked for.</summary>
internal static class SeriesReport
{
    private const int MostLines = 5;

    public static Option<FileInfo?> Option() => new("--report") { Description = "CSV of what is odd in the series: series,kind (missing, outlier, shift),start,steps,count,expected,score. Nothing is repaired." };

    public static void Write(IReadOnlyList<(string Name, CountSeries Series)> series, FileInfo? file)
    {
        var found = series.Where(each => each.Series.Known > 0).Select(each => (each.Name, each.Series, Defects: SeriesDefects.Of(each.Series))).ToList();
        var odd = found.Where(each => Line(each.Defects).Length > 0).ToList();
        foreach (var (name, _, defects) in odd.Take(MostLines))
            Console.Error.WriteLine($"{name}: {Line(defects)}");
        if (odd.Count > MostLines)
            Console.Error.WriteLine($"… and {odd.Count - MostLines} more of {series.Count} series; --report FILE has all.");
        if (file is not null)
            ResultFile.Write(file, Rows(found));
    }

    private static string Line(SeriesDefects defects)
    {
        var parts = new List<string>();
        if (defects.Completeness.Known < defects.Completeness.Steps)
            parts.Add(defects.Completeness.Note);
        if (defects.Shifts.Count > 0)
            parts.Add("Changes of level: " + string.Join(", ", defects.Shifts.Select(shift => string.Create(CultureInfo.InvariantCulture, $"{shift.Start:yyyy-MM-dd} ({shift.Before:0.#} to {shift.After:0.#})"))) + ".");
        if (defects.Outliers.Count > 0)
            parts.Add($"{defects.Outliers.Count} outlier{(defects.Outliers.Count == 1 ? "" : "s")}, such as {Farthest(defects.Outliers)}.");
        return string.Join(' ', parts);
    }

    private static string Farthest(IReadOnlyList<Outlier> outliers)
    {
        var outlier = outliers.MaxBy(each => Math.Abs(each.Score))!;
        return string.Create(CultureInfo.InvariantCulture, $"{outlier.Count:0.#} on {outlier.Start:yyyy-MM-dd} where {outlier.Expected:0.#} was usual");
    }

    private static IEnumerable<string> Rows(IEnumerable<(string Name, CountSeries Series, SeriesDefects Defects)> found)
    {
        yield return "series,kind,start,steps,count,expected,score";
        foreach (var (name, series, defects) in found)
        {
            for (var i = 0; i < series.Length; i++)
            {
                var start = i;
                while (i < series.Length && double.IsNaN(series.Values[i]))
                    i++;
                if (i > start)
                    yield return $"{ResultFile.Quote(name)},missing,{series.DateAt(start):yyyy-MM-dd},{i - start},,,";
            }
            foreach (var outlier in defects.Outliers)
                yield return string.Create(CultureInfo.InvariantCulture, $"{ResultFile.Quote(name)},outlier,{outlier.Start:yyyy-MM-dd},1,{outlier.Count:R},{outlier.Expected:0.###},{outlier.Score:0.##}");
            foreach (var shift in defects.Shifts)
                yield return string.Create(CultureInfo.InvariantCulture, $"{ResultFile.Quote(name)},shift,{shift.Start:yyyy-MM-dd},,{shift.After:0.###},{shift.Before:0.###},{shift.Score:0.##}");
        }
    }
}
