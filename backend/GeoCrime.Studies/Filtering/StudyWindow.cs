using GeoCrime.Domain;

namespace GeoCrime.Studies.Filtering;

/// <summary>The days that a study over time may look at: complete ones only, because later days are still filling up.</summary>
/// <param name="From">First day.</param>
/// <param name="To">The day after the last.</param>
public readonly record struct StudyWindow(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>The filter's window, cut to what is loaded and complete.</summary>
    /// <exception cref="ArgumentException">No day is left.</exception>
    public static StudyWindow Of(IncidentColumns columns, IncidentFilter filter)
    {
        var days = columns.Chunks.Where(chunk => chunk.Count > 0).ToArray();
        if (days.Length == 0)
            throw new ArgumentException($"No incident is loaded for {columns.Jurisdiction.Code}.");
        var first = DateOnly.FromDayNumber(days.Min(chunk => chunk.Day[0]));
        var end = columns.CompleteThrough?.AddDays(1) ?? DateOnly.FromDayNumber(days.Max(chunk => chunk.Day[^1]) + 1);
        var window = new StudyWindow(filter.From > first ? filter.From.Value : first, filter.To < end ? filter.To.Value : end);
        return window.Days > 0
            ? window
            : throw new ArgumentException($"No complete day lies in the window: data is complete from {first:yyyy-MM-dd} to {end.AddDays(-1):yyyy-MM-dd}.");
    }
}
