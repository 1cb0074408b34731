using System.CommandLine;
using System.Globalization;
using GeoCrime.Cli.Files;
using GeoCrime.Data.Import.Days;
using GeoCrime.Domain;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime weather FILE</c> and <c>./geocrime events FILE</c>: figures of days that forecasts may use.</summary>
internal static class DayFiguresVerb
{
    public static Command Weather() => Create(
        "weather", "Load measured figures of days (date, then one column each: temperature, rain). Forecasts take their futures as usual for the time of year.", knownAhead: false);

    public static Command Events() => Create(
        "events", "Load planned figures of days: rows date,name (a game, a festival), or date and one column each. Future days count as they stand, others 0.", knownAhead: true);

    private static Command Create(string name, string description, bool knownAhead)
    {
        var file = new Argument<string>("FILE") { Description = "CSV, plain or gzip. A day that is loaded already takes the new value; the same file twice changes nothing." };
        var code = new Option<string>("--jurisdiction") { Description = "Code of the jurisdiction.", Required = true };
        var command = new Command(name, description) { file, code };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var figures = Read(arguments.GetRequiredValue(file), knownAhead);
            await using var session = await Session.OpenAsync(arguments, cancellationToken);
            var jurisdiction = await session.JurisdictionAsync(arguments.GetRequiredValue(code), cancellationToken);
            var summary = await new DayFigureImporter(session.Database).SaveAsync(jurisdiction, figures, cancellationToken);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{jurisdiction.Code}: {string.Join(", ", figures.Select(figure => figure.Name))}: {summary.Added} figures added, {summary.Changed} changed, {summary.Same} as before"));
            await OutdatedNote.WriteAsync(session, jurisdiction.Code, cancellationToken);
            return 0;
        });
        return command;
    }

    private static IReadOnlyList<DayFigure> Read(string path, bool knownAhead)
    {
        var table = CsvTable.Read(path);
        if (table.Header.Count < 2 || !table.Has("date"))
            throw new UsageException($"{path} needs a column 'date' and at least one more; it has: {string.Join(", ", table.Header)}.");
        var dates = table.Dates("date");
        var figures = knownAhead && table.Has("name") ? Named(dates, table.Text("name")) : Columns(table, dates, path, knownAhead);
        return figures.Any(figure => figure.Values.Count > 0) ? figures : throw new UsageException($"{path} holds no figure of a day.");
    }

    // An event that a file names twice on a day is on once.
    private static IReadOnlyList<DayFigure> Named(DateOnly[] dates, string[] names) =>
        [.. dates.Zip(names).GroupBy(row => row.Second).Select(group => new DayFigure(group.Key, true, group.Select(row => row.First).Distinct().ToDictionary(day => day, _ => 1.0)))];

    private static IReadOnlyList<DayFigure> Columns(CsvTable table, DateOnly[] dates, string path, bool knownAhead) =>
        dates.GroupBy(day => day).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new UsageException($"{path}: {twice.Key:yyyy-MM-dd} stands twice.")
            : [.. table.Header.Where(column => column != "date").Select(column => new DayFigure(
                column, knownAhead, dates.Zip(table.Numbers(column, blank: double.NaN)).Where(row => !double.IsNaN(row.Second)).ToDictionary(row => row.First, row => row.Second)))];
}
