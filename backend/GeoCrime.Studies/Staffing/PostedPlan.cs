using GeoCrime.Domain;

namespace GeoCrime.Studies.Staffing;

/// <summary>Today's plan, checked: units by area, weekday and shift.</summary>
/// <param name="Units">Cells that the plan names.</param>
internal sealed record PostedPlan(IReadOnlyDictionary<(int Area, int Weekday, string Shift), int> Units)
{
    private const int MostRows = 20_000;
    private const int MostUnits = 1000;

    /// <returns>Null without a plan.</returns>
    /// <exception cref="ArgumentException">A row names what there is not, stands twice, or has impossible units; the message says which row and field.</exception>
    public static PostedPlan? Of(StaffingRequest request, IReadOnlyList<Area> areas)
    {
        if (request.Plan is not { } rows)
            return null;
        if (rows.Count is 0 or > MostRows)
            throw new ArgumentException($"currentPlan has {rows.Count} rows; 1…{MostRows} are allowed.");
        var numbers = areas.Index().ToDictionary(each => each.Item.Code, each => each.Index);
        var units = new Dictionary<(int, int, string), int>();
        for (var row = 0; row < rows.Count; row++)
        {
            var (area, weekday, shift, planned) = rows[row];
            var where = $"currentPlan, row {row + 1}";
            if (!numbers.TryGetValue(area, out var number))
                throw new ArgumentException($"{where}, area: there is no {request.Kind} '{area}'.");
            if (request.Shifts.All(each => each.Name != shift))
                throw new ArgumentException($"{where}, shift: there is no shift '{shift}'; there are: {string.Join(", ", request.Shifts.Select(each => each.Name))}.");
            if (planned is < 0 or > MostUnits)
                throw new ArgumentException($"{where}, units: {planned}; 0…{MostUnits} is allowed.");
            if (!units.TryAdd((number, weekday, shift), planned))
                throw new ArgumentException($"{where}: {area}, {(DayOfWeek)((weekday + 1) % 7)}, {shift} stands twice.");
        }
        return new PostedPlan(units);
    }

    /// <summary>Units of each cell; those that the plan does not name have none.</summary>
    public int[] Of(IReadOnlyList<RosterCell> cells) => [.. cells.Select(cell => Units.GetValueOrDefault((cell.Area, cell.Weekday, cell.Shift.Name)))];

    /// <summary>Cells that the plan does not name.</summary>
    public int Missing(IReadOnlyList<RosterCell> cells) => cells.Count(cell => !Units.ContainsKey((cell.Area, cell.Weekday, cell.Shift.Name)));
}
