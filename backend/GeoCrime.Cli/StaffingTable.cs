using System.Globalization;
using GeoCrime.Studies.Staffing;

namespace GeoCrime.Cli;

/// <summary>A staffing plan as text: one line an area, one column a shift of the week; a star where units are short.</summary>
internal static class StaffingTable
{
    public static void Write(StaffingResult plan)
    {
        var shifts = plan.Rows.Select(row => (row.Weekday, row.Shift)).Distinct().ToList();
        var areas = plan.Rows.GroupBy(row => row.Area.Code).ToList();
        var width = Math.Max(8, areas.Select(area => area.Key.Length).DefaultIfEmpty().Max());
        Console.WriteLine(string.Join(' ', ["units".PadRight(width), .. shifts.Select(each => $"{StaffingCsv.Weekday(each.Weekday)[..2]}{each.Shift.Name[0]}".PadLeft(4))]));
        foreach (var area in areas)
            Console.WriteLine(string.Join(' ', [area.Key.PadRight(width), .. area.Select(row => $"{row.Staffed.Units}{(row.Staffed.Units < row.Required ? "*" : " ")}".PadLeft(4))]));
        Line("needed", row => row.Sum(each => each.Required).ToString(CultureInfo.InvariantCulture) + " ");
        Line("short", row => row.Sum(each => Math.Max(0, each.Required - each.Staffed.Units)).ToString(CultureInfo.InvariantCulture) + " ");
        var figures = plan.Figures;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Mean wait {(figures.MeanWaitMinutes is { } wait ? $"{wait:0.0} min" : "without bound")}, within the target {100 * figures.WithinTarget:0.0} %, {figures.Unmet} short, {figures.ShiftsOnTarget} of {figures.Shifts} shifts on target; {plan.PostsADay} posts a day, {plan.Headcount:0.#} people."));

        void Line(string name, Func<IEnumerable<StaffingRow>, string> text) =>
            Console.WriteLine(string.Join(' ', [name.PadRight(width), .. shifts.Select(each => text(plan.Rows.Where(row => (row.Weekday, row.Shift) == each)).PadLeft(4))]));
    }
}
