using GeoCrime.Analytics.Staffing;

namespace GeoCrime.Studies.Staffing;

/// <summary>The queues of a week, one an area, weekday and shift, and the posts given to them; pure arithmetic.</summary>
internal sealed class Roster
{
    private readonly StaffingRequest request;
    private readonly int[][] shiftsOfWeek;
    private readonly PostAllocation[] allocations;

    /// <param name="workload">Areas, weekdays and shifts make the cells, in this order.</param>
    /// <param name="mostUnits">Most posts of a shift that will be asked for.</param>
    public Roster(WorkloadForecast workload, StaffingRequest request, bool scenario, int mostUnits)
    {
        this.request = request;
        Cells = [.. Enumerable.Range(0, workload.Areas.Count).SelectMany(area =>
        {
            double[] ratios = [.. new[] { request.Percentile, 50, 80, 95 }.Select(percent => workload.Ratio(area, percent))];
            return workload.Weekdays.SelectMany(weekday => request.Shifts.Select(shift =>
                new RosterCell(area, weekday, shift, workload.Expected(area, weekday, shift, scenario), ratios, request)));
        })];
        // The cells of one shift of one weekday stand one area apart.
        var stride = workload.Weekdays.Count * request.Shifts.Count;
        shiftsOfWeek = [.. Enumerable.Range(0, stride).Select(first => Enumerable.Range(0, workload.Areas.Count).Select(area => (area * stride) + first).ToArray())];
        allocations = [.. shiftsOfWeek.Select(cells => new PostAllocation([.. cells.Select(cell => new StaffedCell(Cells[cell].Load, Cells[cell].Required))], mostUnits))];
    }

    public IReadOnlyList<RosterCell> Cells { get; }

    /// <summary>Shifts of the week.</summary>
    public int Shifts => shiftsOfWeek.Length;

    /// <summary>Gives each shift a number of posts.</summary>
    /// <returns>Shape [cells].</returns>
    public int[] Allocate(Func<int, int> unitsOfShift)
    {
        var units = new int[Cells.Count];
        for (var shift = 0; shift < Shifts; shift++)
        {
            var given = allocations[shift].At(unitsOfShift(shift));
            for (var area = 0; area < given.Length; area++)
                units[shiftsOfWeek[shift][area]] = given[area];
        }
        return units;
    }

    /// <summary>Posts of each shift of the week in an allocation.</summary>
    public int[] UnitsByShift(int[] units) => [.. shiftsOfWeek.Select(cells => cells.Sum(cell => units[cell]))];

    public StaffedWait Wait(int cell, int units)
    {
        var load = Cells[cell].Load;
        var wait = ErlangC.MeanWait(units, load);
        return new StaffedWait(
            units,
            double.IsInfinity(wait) ? null : wait * request.MinutesPerIncident,
            ErlangC.ProbabilityWithin(units, load, request.MaxWaitMinutes / request.MinutesPerIncident));
    }

    public StaffingFigures Figures(int[] units)
    {
        var waits = units.Select((own, cell) => Wait(cell, own)).ToArray();
        var load = Cells.Sum(cell => cell.Load);
        var bounded = Enumerable.Range(0, units.Length).Where(cell => waits[cell].MeanWaitMinutes is not null).ToArray();
        var boundedLoad = bounded.Sum(cell => Cells[cell].Load);
        return new StaffingFigures(
            units.Sum() / (double)Math.Max(1, Shifts),
            Cells.Zip(units, (cell, own) => Math.Max(0, cell.Required - own)).Sum(),
            boundedLoad > 0 ? bounded.Sum(cell => Cells[cell].Load * waits[cell].MeanWaitMinutes!.Value) / boundedLoad : load > 0 ? null : 0,
            load > 0 ? waits.Select((wait, cell) => Cells[cell].Load * wait.WithinTarget).Sum() / load : 1,
            load > 0 ? Math.Max(0, 1 - (boundedLoad / load)) : 0,
            shiftsOfWeek.Count(OnTarget),
            Shifts);

        bool OnTarget(int[] cells) => cells.All(cell => waits[cell].MeanWaitMinutes is not null)
            && cells.Sum(cell => Cells[cell].Load * waits[cell].MeanWaitMinutes!.Value) <= request.MaxWaitMinutes * cells.Sum(cell => Cells[cell].Load);
    }
}

/// <summary>One queue: an area in a shift of a weekday.</summary>
internal sealed record RosterCell
{
    /// <param name="ratios">An area's week at the percentile planned for, and at 50, 80 and 95, over its expectation.</param>
    public RosterCell(int area, int weekday, Shift shift, double expected, double[] ratios, StaffingRequest request)
    {
        (Area, Weekday, Shift, Expected) = (area, weekday, shift, expected);
        // Erlangs: calls a minute × minutes a call.
        var load = expected * request.CallsPerIncident * request.MinutesPerIncident / (shift.Hours * 60);
        var target = request.MaxWaitMinutes / request.MinutesPerIncident;
        Load = load * ratios[0];
        Required = ErlangC.Servers(Load, target);
        Percentiles = [.. ratios.Skip(1).Select(ratio => ratio == ratios[0] ? Required : ErlangC.Servers(load * ratio, target))];
    }

    public int Area { get; }
    public int Weekday { get; }
    public Shift Shift { get; }

    /// <summary>Reported incidents that one such shift is expected to bring.</summary>
    public double Expected { get; }

    /// <summary>Erlangs at the percentile planned for.</summary>
    public double Load { get; }

    public int Required { get; }

    /// <summary>Units required at 50, 80 and 95.</summary>
    public int[] Percentiles { get; }
}
