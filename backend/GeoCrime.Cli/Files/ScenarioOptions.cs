using System.Globalization;
using GeoCrime.Studies.Scenarios;

namespace GeoCrime.Cli.Files;

/// <summary>A scenario from the command line.</summary>
internal static class ScenarioOptions
{
    /// <returns>Null where nothing is given.</returns>
    public static Scenario? Read(string[] changes, string[] events) =>
        changes.Length + events.Length == 0 ? null : new Scenario([.. changes.Select(Change)], [.. events.Select(Event)]);

    private static ScenarioChange Change(string text)
    {
        var parts = text.Split(':', 2);
        var percent = Percent("--change", text, parts[0]);
        return parts.Length == 1 ? new ScenarioChange(percent) : parts[1].Split('=', 2) switch
        {
            ["category", var code] => new ScenarioChange(percent, Category: code),
            ["area", var code] => new ScenarioChange(percent, Area: code),
            _ => throw new UsageException($"--change: '{text}' is not PERCENT, PERCENT:category=CODE or PERCENT:area=CODE."),
        };
    }

    private static ScenarioEvent Event(string text)
    {
        var parts = text.Split('=', 2);
        if (parts.Length != 2 || Day(parts[0]) is not { } first)
            throw new UsageException($"--event: '{text}' is not DATE=PERCENT or DATE=PASTDATE[,PASTDATE].");
        var past = parts[1].Split(',').Select(Day).ToArray();
        return past.All(day => day is not null)
            ? new ScenarioEvent($"Event of {first:yyyy-MM-dd}", first, Like: [.. past.Select(day => day!.Value)])
            : new ScenarioEvent($"Event of {first:yyyy-MM-dd}", first, Percent: Percent("--event", text, parts[1]));
    }

    private static double Percent(string option, string text, string number) => double.TryParse(number.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
        ? percent
        : throw new UsageException($"{option}: '{number}' in '{text}' is not a percentage.");

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
