using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Emerging;

/// <summary>How reported incidents in each hexagon of the city became, or were, more or fewer than elsewhere.</summary>
public sealed class EmergingStudy(LiveRuns runs)
{
    /// <summary>With fewer steps no trend can be significant.</summary>
    public const int FewestSteps = 4;

    /// <exception cref="ArgumentException">A parameter is out of range, the filter names what there is not, or the window holds too few steps or too many bins.</exception>
    public Task<LiveRun<EmergingResult>> RunAsync(IncidentColumns columns, EmergingRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Check();
        var identity = RunIdentity.Of(StudyKind.Emerging, columns, request, null, policy);
        return runs.GetAsync(identity, token => Analyse(columns, request, token), cancellationToken);
    }

    private static EmergingResult Analyse(IncidentColumns columns, EmergingRequest request, CancellationToken cancellationToken)
    {
        var window = StudyWindow.Of(columns, request.Filter);
        var steps = window.Days / request.StepDays;
        if (steps < FewestSteps)
            throw new ArgumentException($"The window of {window.Days} complete days holds {steps} steps of {request.StepDays} days; patterns need {FewestSteps} or more.");
        // A part step is left out at the beginning, where it matters least.
        var from = window.To.AddDays(-steps * request.StepDays);
        var units = HotspotUnits.Of(columns, HotspotUnit.Hexagon, request.CellMetres, null);
        SpaceTimeCube.RequireSize(units.Ids.Count, steps);
        var counts = Count(RowFilter.Apply(columns, request.Filter with { From = from, To = window.To }, cancellationToken), units, from, request.StepDays, steps);
        var found = EmergingHotSpots.Find(counts, units.Weights, steps, cancellationToken);
        return new EmergingResult(columns.Jurisdiction.Projection, units, [.. Enumerable.Range(0, units.Ids.Count).Select(unit => CellOf(unit, units.Ids, counts, found, steps))], from, window.To, steps);
    }

    private static double[] Count(FilteredIncidents rows, HotspotUnits units, DateOnly from, int stepDays, int steps)
    {
        var counts = new double[units.Ids.Count * steps];
        foreach (var (chunk, row) in rows.Rows())
            if (chunk.X[row] != IncidentChunk.Unlocated && units.UnitAt(chunk.X[row] / 100.0, chunk.Y[row] / 100.0) is var unit and >= 0)
                counts[((chunk.Day[row] - from.DayNumber) / stepDays * units.Ids.Count) + unit]++;
        return counts;
    }

    private static EmergingCell CellOf(int unit, IReadOnlyList<string> ids, double[] counts, EmergingHotSpots found, int steps)
    {
        var (incidents, hot, cold) = (0, 0, 0);
        for (var bin = unit; bin < counts.Length; bin += ids.Count)
        {
            incidents += (int)counts[bin];
            hot += found.Bins[bin] > 0 ? 1 : 0;
            cold += found.Bins[bin] < 0 ? 1 : 0;
        }
        var last = found.Z[((steps - 1) * ids.Count) + unit];
        return new EmergingCell(unit, ids[unit], incidents, found.Patterns[unit], hot, cold, found.Trends[unit], double.IsNaN(last) ? null : last);
    }
}
