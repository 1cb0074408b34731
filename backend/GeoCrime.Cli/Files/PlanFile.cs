using GeoCrime.Studies.Staffing;

namespace GeoCrime.Cli.Files;

/// <summary>Today's staffing plan from a CSV file with the columns area, weekday, shift and units; others are left alone.</summary>
internal static class PlanFile
{
    /// <exception cref="UsageException">A column is missing, or a field cannot be read; the message names row and field.</exception>
    public static IReadOnlyList<PlannedUnits> Read(string path)
    {
        var table = CsvTable.Read(path);
        var (areas, weekdays, shifts, units) = (table.Text("area"), table.Text("weekday"), table.Text("shift"), table.Numbers("units"));
        return [.. Enumerable.Range(0, table.Rows).Select(row => new PlannedUnits(areas[row].Trim(), Weekday(path, row, weekdays[row].Trim()), shifts[row].Trim(), Whole(path, row, units[row])))];
    }

    private static int Weekday(string path, int row, string text)
    {
        // Mon, Monday and MONDAY alike; Enum.Parse would take numbers as well.
        var found = Enum.GetValues<DayOfWeek>().Where(day => text.Length >= 3 && day.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Length == 1
            ? ((int)found[0] + 6) % 7
            : throw new UsageException($"{path}, row {row + 1}, weekday: '{text}' is not a weekday such as Monday.");
    }

    private static int Whole(string path, int row, double units) => units >= 0 && units == Math.Floor(units) && units <= int.MaxValue
        ? (int)units
        : throw new UsageException($"{path}, row {row + 1}, units: {units} is not a whole number of 0 or more.");
}
