using System.Globalization;

namespace GeoCrime.Studies.Staffing;

/// <summary>A staffing plan as lines of CSV (RFC 4180); its columns area, weekday, shift and units are those that a plan of today is read from.</summary>
public static class StaffingCsv
{
    public static IEnumerable<string> Lines(StaffingResult plan)
    {
        var (compared, scenario) = (plan.Comparison is not null, plan.Baseline is not null);
        yield return "area,name,weekday,shift,start_hour,hours,expected_reported_incidents,load_erlangs,units,required_units,required_p50,required_p80,required_p95,short,mean_wait_minutes,probability_within_target"
            + (compared ? ",current_units,current_mean_wait_minutes,current_probability_within_target" : "")
            + (scenario ? ",baseline_incidents,baseline_required_units,baseline_units,baseline_mean_wait_minutes" : "");
        foreach (var row in plan.Rows)
        {
            List<object?> fields =
            [
                row.Area.Code, row.Area.Name, Weekday(row.Weekday), row.Shift.Name, row.Shift.StartHour, row.Shift.Hours, Round(row.ExpectedIncidents), Round(row.LoadErlangs),
                row.Staffed.Units, row.Required, row.Required50, row.Required80, row.Required95, Math.Max(0, row.Required - row.Staffed.Units),
                Round(row.Staffed.MeanWaitMinutes), Round(row.Staffed.WithinTarget),
            ];
            if (compared)
                fields.AddRange([row.Planned?.Units, Round(row.Planned?.MeanWaitMinutes), Round(row.Planned?.WithinTarget)]);
            if (scenario)
                fields.AddRange([Round(row.Baseline?.ExpectedIncidents), row.Baseline?.Required, row.Baseline?.Staffed.Units, Round(row.Baseline?.Staffed.MeanWaitMinutes)]);
            yield return string.Join(',', fields.Select(Field));
        }
    }

    /// <param name="weekday">0 is Monday.</param>
    public static string Weekday(int weekday) => ((DayOfWeek)((weekday + 1) % 7)).ToString();

    private static double? Round(double? value) => value is { } number ? Math.Round(number, 4) : null;

    private static string Field(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        // A name that starts like a formula would run as one in a spreadsheet.
        if (value is string && text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal))
            text = "'" + text;
        return text.IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
