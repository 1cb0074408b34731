using System.Globalization;
using GeoCrime.Domain;

namespace GeoCrime.Api;

/// <summary>Reads an incident filter from the query string of tile addresses.</summary>
internal static class RequestFilter
{
    /// <exception cref="FormatException">A part is not what it should be; the message names it.</exception>
    public static IncidentFilter Read(IQueryCollection query) => new(
        Day(query, "from"),
        Day(query, "to"),
        List(query, "categories"),
        Areas(query),
        List(query, "hours")?.Select(hour => int.TryParse(hour, out var number) ? number : throw new FormatException($"hours: '{hour}' is not a number.")).ToList(),
        List(query, "weekdays")?.Select(Weekday).ToList(),
        Number(query, "minSeverity"));

    private static Place.InAreas? Areas(IQueryCollection query) => (Text(query, "areaKind"), List(query, "areas")) switch
    {
        (null, null) => null,
        ({ } kind, { } codes) => new Place.InAreas(kind, codes),
        _ => throw new FormatException("areaKind and areas go together: areaKind=precinct&areas=101,102."),
    };

    private static DateOnly? Day(IQueryCollection query, string name) => Text(query, name) is not { } text
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : throw new FormatException($"{name}: '{text}' is not a date such as 2024-03-01.");

    private static double? Number(IQueryCollection query, string name) => Text(query, name) is not { } text
        ? null
        : double.TryParse(text, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw new FormatException($"{name}: '{text}' is not a number.");

    // Enum.Parse would take numbers as well.
    private static DayOfWeek Weekday(string text) =>
        Enum.GetValues<DayOfWeek>().Cast<DayOfWeek?>().FirstOrDefault(day => day.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"weekdays: '{text}' is not a weekday such as MONDAY.");

    private static List<string>? List(IQueryCollection query, string name) => Text(query, name) is { } text ? [.. text.Split(',')] : null;

    private static string? Text(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var text) && text.ToString() != "" ? text.ToString() : null;
}
