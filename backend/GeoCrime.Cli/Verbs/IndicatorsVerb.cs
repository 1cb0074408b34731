using System.CommandLine;
using System.Globalization;
using GeoCrime.Cli.Files;
using GeoCrime.Data.Columns;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Indicators;
using GeoCrime.Domain;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime indicators FILE</c>: loads figures about areas, such as shares of population groups or income.</summary>
internal static class IndicatorsVerb
{
    private static readonly Argument<string> FilePath = new("FILE") { Description = "CSV, one row an area, plain or gzip." };
    private static readonly Option<string> Jurisdiction = new("--jurisdiction") { Description = "Code of the jurisdiction.", Required = true };
    private static readonly Option<string> Kind = new("--kind") { Description = "Area kind, such as neighborhood.", Required = true };
    private static readonly Option<string> Code = new("--code") { Description = "Column that identifies the area.", Required = true };
    private static readonly Option<bool> SlugCodes = new("--slug") { Description = "Make codes of names: lower case, hyphens for all that is no letter or digit." };
    private static readonly Option<string[]> Values = new("--value") { Description = "COLUMN or COLUMN=LABEL; once an indicator." };
    private static readonly Option<string?> Population = new("--population") { Description = "Column with the number of residents, kept with the areas." };

    public static Command Create()
    {
        var command = new Command("indicators", "Load figures about areas: who lives where the ranking sends people is then tabled.") { FilePath, Jurisdiction, Kind, Code, SlugCodes, Values, Population };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(FilePath);
        var table = CsvTable.Read(path);
        var stated = table.Text(arguments.GetRequiredValue(Code));
        string[] codes = arguments.GetValue(SlugCodes) ? [.. stated.Select(Slug.Of)] : stated;
        if (codes.GroupBy(code => code).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UsageException($"{path}: area '{twice.Key}' stands twice.");
        var wanted = arguments.GetValue(Values) ?? [];
        var population = arguments.GetValue(Population);
        if (wanted.Length == 0 && population is null)
            throw new UsageException("Nothing to load: name a column with --value or --population.");

        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        var jurisdiction = await session.JurisdictionAsync(arguments.GetRequiredValue(Jurisdiction), cancellationToken);
        var columns = await new IncidentColumnStore(session.Database).GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var areas = columns.AreaKinds.FirstOrDefault(each => each.Kind == arguments.GetRequiredValue(Kind))?.Areas.Select(area => area.Code).ToHashSet()
            ?? throw new UsageException($"{jurisdiction.Code} has no area kind '{arguments.GetRequiredValue(Kind)}'; it has: {string.Join(", ", columns.AreaKinds.Select(each => each.Kind))}.");
        var indicators = wanted.Select(each => Read(table, codes, areas, each)).ToList();
        var residents = population is null ? null : Residents(path, table, codes, areas, population);
        await new IndicatorImporter(session.Database).SaveAsync(jurisdiction, arguments.GetRequiredValue(Kind), indicators, residents, cancellationToken);

        var found = codes.Count(areas.Contains);
        Console.WriteLine($"{jurisdiction.Code}: {indicators.Count} indicators{(residents is null ? "" : " and residents")} of {found} areas of kind {arguments.GetRequiredValue(Kind)}");
        if (found < codes.Length)
            Console.WriteLine($"  {codes.Length - found} rows name no such area: {string.Join(", ", codes.Where(code => !areas.Contains(code)).Take(10))}");
        if (found < areas.Count)
            Console.WriteLine($"  {areas.Count - found} areas are not in the file: {string.Join(", ", areas.Except(codes).Order(StringComparer.Ordinal).Take(10))}");
        return 0;
    }

    private static Indicator Read(CsvTable table, string[] codes, HashSet<string> areas, string wanted)
    {
        var parts = wanted.Split('=', 2);
        var values = table.Numbers(parts[0], blank: double.NaN);
        return new Indicator(Slug.Of(parts[0]), parts[^1], codes.Zip(values).Where(pair => areas.Contains(pair.First) && !double.IsNaN(pair.Second)).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static Dictionary<string, int> Residents(string path, CsvTable table, string[] codes, HashSet<string> areas, string column)
    {
        var values = table.Numbers(column);
        for (var row = 0; row < values.Length; row++)
            if (values[row] < 0 || values[row] > int.MaxValue || values[row] != Math.Floor(values[row]))
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{path}, row {row + 1}: {values[row]} in column {column} is no number of residents."));
        return codes.Zip(values).Where(pair => areas.Contains(pair.First)).ToDictionary(pair => pair.First, pair => (int)pair.Second);
    }
}
