using GeoCrime.Domain;

namespace GeoCrime.Api;

/// <summary>Reads an incident filter from the query string of tile and layer addresses.</summary>
internal static class RequestFilter
{
    /// <exception cref="FormatException">A part is not what it should be; the message names it.</exception>
    public static IncidentFilter Read(IQueryCollection query) => new(
        Day(query, "from"),
        Day(query, "to"),
        List(query, "categories"),
        query.TryGetValue("areaKind", out var kind) && List(query, "areas") is { } codes ? new Place.InAreas(kind.ToString(), codes) : null,
        List(query, "hours")?.Select(hour => int.TryParse(hour, out var number) ? number : throw new FormatException($"hours: '{hour}' is not a number.")).ToList(),
        List(query, "weekdays")?.Select(day => Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var weekday) ? weekday : throw new FormatException($"weekdays: '{day}' is not a weekday.")).ToList());

    private static DateOnly? Day(IQueryCollection query, string name)
    {
        if (!query.TryGetValue(name, out var text) || text.ToString() == "")
            return null;
        return DateOnly.TryParseExact(text.ToString(), "yyyy-MM-dd", out var day) ? day : throw new FormatException($"{name}: '{text}' is not a date such as 2024-03-01.");
    }

    private static List<string>? List(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var text) && text.ToString() != "" ? [.. text.ToString().Split(',')] : null;
}
