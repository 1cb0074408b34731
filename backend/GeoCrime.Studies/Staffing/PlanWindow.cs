using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Studies.Staffing;

/// <summary>Where the days of a plan lie beside the data.</summary>
/// <param name="AsOf">The last day that may be known, where the plan starts in the past; else null.</param>
/// <param name="Offset">Days between the data's end and the plan's first day.</param>
internal sealed record PlanWindow(DateOnly? AsOf, int Offset)
{
    /// <exception cref="ArgumentException">The first day lies before the data, or the last one too far beyond them.</exception>
    public static PlanWindow Of(IncidentColumns columns, StaffingRequest request)
    {
        var chunks = columns.Chunks.Where(chunk => chunk.Count > 0).ToList();
        if (chunks.Count == 0)
            throw new ArgumentException($"Nothing was reported in {columns.Jurisdiction.Code} yet.");
        var first = chunks.Min(chunk => chunk.Day[0]);
        var last = Math.Min(chunks.Max(chunk => chunk.Day[^1]), (columns.CompleteThrough ?? DateOnly.MaxValue).DayNumber);
        if (request.From.DayNumber <= first)
            throw new ArgumentException($"from is {request.From:yyyy-MM-dd}; the data begin on {DateOnly.FromDayNumber(first):yyyy-MM-dd}, and a plan needs days before it.");
        var offset = Math.Max(0, request.From.DayNumber - last - 1);
        if (offset + request.Days > AreaPathRequest.MostDays)
            throw new ArgumentException($"from is {request.From:yyyy-MM-dd} with {request.Days} days; the data end on {DateOnly.FromDayNumber(last):yyyy-MM-dd}, and at most {AreaPathRequest.MostDays} days after that are forecast.");
        return new PlanWindow(request.From.DayNumber <= last ? request.From.AddDays(-1) : null, offset);
    }
}
