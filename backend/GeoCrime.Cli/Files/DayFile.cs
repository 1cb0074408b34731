using System.CommandLine;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Files;

/// <summary>Columns of days from a CSV: date, then one column a figure. Weather by default; planned columns hold for the future.</summary>
internal static class DayFile
{
    public static Option<string?> Option() => new("--days") { Description = "CSV: date, then one column a figure (weather, events), for SARIMAX, calendar regression and boosted trees. Futures are taken as usual for the time of year." };

    public static Option<string?> PlannedOption() => new("--planned") { Description = "Comma-separated columns of --days that are known ahead (events): their futures count as they stand, absent days 0." };

    /// <exception cref="UsageException">A day stands twice, a number is none, or a planned column is not in the file.</exception>
    public static DayTable? Read(string? path, string? planned)
    {
        if (path is null)
            return planned is null ? null : throw new UsageException("--planned needs --days.");
        var table = CsvTable.Read(path);
        var dates = table.Dates(table.Header[0]);
        if (dates.GroupBy(date => date).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UsageException($"{path}: {twice.Key:yyyy-MM-dd} stands twice.");
        var ahead = planned?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (ahead.Except(table.Header.Skip(1)).FirstOrDefault() is { } missing)
            throw new UsageException($"--planned: {path} has no column '{missing}'; it has: {string.Join(", ", table.Header.Skip(1))}.");
        return new DayTable([.. table.Header.Skip(1).Select(name => new DayColumn(
            name, ahead.Contains(name), dates.Zip(table.Numbers(name, blank: double.NaN)).Where(pair => !double.IsNaN(pair.Second)).ToDictionary(pair => pair.First, pair => pair.Second)))]);
    }
}
