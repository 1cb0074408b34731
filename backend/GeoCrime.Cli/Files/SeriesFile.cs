using System.Text.Json;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Files;

/// <summary>What a date that one series has and another lacks means for the other.</summary>
internal enum Gaps
{
    Zero,
    Missing,
}

/// <summary>Series from a CSV, long (series,date,value) or wide (date, then one column a series), all with the same start and length.</summary>
internal static class SeriesFile
{
    /// <exception cref="UsageException">The file is not such a file, a date does not fit the step or stands twice, or there is no row.</exception>
    public static IReadOnlyList<(string Name, CountSeries Series)> Read(string path, SeriesStep step, Gaps gaps)
    {
        var table = CsvTable.Read(path);
        var isLong = table.Has("series") && table.Has("date") && table.Has("value");
        var dateColumn = isLong ? "date" : table.Header[0];
        var dates = table.Dates(dateColumn);
        if (dates.Length == 0)
            throw new UsageException($"{path} has no rows.");
        var (first, last) = (dates.Min(), dates.Max());
        var steps = Index(first, last, step) + 1;
        foreach (var date in dates)
            if (At(first, Index(first, date, step), step) != date)
                throw new UsageException($"{path}: {date:yyyy-MM-dd} is not a whole number of {step.ToString().ToLowerInvariant()}s after {first:yyyy-MM-dd}.");
        var known = new bool[steps];
        foreach (var date in dates)
            known[Index(first, date, step)] = true;
        var empty = known.Select(present => present && gaps == Gaps.Zero ? 0 : double.NaN).ToArray();
        var series = isLong ? Long(table, dates, first, step, empty, path) : Wide(table, dates, first, step, empty, path);
        return [.. series.Select(each => (each.Key, new CountSeries(first, step, each.Value)))];
    }

    /// <summary>A number of origins, or FILE.json:key with the numbers of training rows.</summary>
    public static int[]? Origins(string text, out int count)
    {
        if (int.TryParse(text, out count))
            return count >= 1 ? null : throw new UsageException($"--origins {count}: at least 1 is needed.");
        var colon = text.LastIndexOf(':');
        if (colon < 0 || !File.Exists(text[..colon]))
            throw new UsageException($"--origins '{text}' is neither a number nor FILE.json:key.");
        using var json = JsonDocument.Parse(File.ReadAllText(text[..colon]));
        return json.RootElement.TryGetProperty(text[(colon + 1)..], out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(origin => origin.GetInt32())]
            : throw new UsageException($"{text[..colon]} has no list '{text[(colon + 1)..]}'.");
    }

    private static Dictionary<string, double[]> Long(CsvTable table, DateOnly[] dates, DateOnly first, SeriesStep step, double[] empty, string path)
    {
        var (names, values) = (table.Text("series"), table.Numbers("value", blank: double.NaN));
        var seen = new HashSet<(string, DateOnly)>();
        var series = new Dictionary<string, double[]>();
        for (var row = 0; row < names.Length; row++)
        {
            if (!seen.Add((names[row], dates[row])))
                throw new UsageException($"{path}, row {row + 1}: {names[row]} has {dates[row]:yyyy-MM-dd} twice.");
            if (!series.TryGetValue(names[row], out var counts))
                series[names[row]] = counts = [.. empty];
            counts[Index(first, dates[row], step)] = values[row];
        }
        return series;
    }

    private static Dictionary<string, double[]> Wide(CsvTable table, DateOnly[] dates, DateOnly first, SeriesStep step, double[] empty, string path)
    {
        if (dates.Distinct().Count() != dates.Length)
            throw new UsageException($"{path}: {dates.GroupBy(date => date).First(group => group.Count() > 1).Key:yyyy-MM-dd} stands twice.");
        return table.Header.Skip(1).ToDictionary(name => name, name =>
        {
            var counts = empty.ToArray();
            var values = table.Numbers(name, blank: double.NaN);
            for (var row = 0; row < values.Length; row++)
                counts[Index(first, dates[row], step)] = values[row];
            return counts;
        });
    }

    private static int Index(DateOnly first, DateOnly date, SeriesStep step) => step switch
    {
        SeriesStep.Day => date.DayNumber - first.DayNumber,
        SeriesStep.Week => (date.DayNumber - first.DayNumber) / 7,
        _ => ((date.Year - first.Year) * 12) + date.Month - first.Month,
    };

    private static DateOnly At(DateOnly first, int index, SeriesStep step) => step switch
    {
        SeriesStep.Day => first.AddDays(index),
        SeriesStep.Week => first.AddDays(7 * index),
        _ => first.AddMonths(index),
    };
}
