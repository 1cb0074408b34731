using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Numerics;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Changes;

/// <param name="Kind">Area kind of the rows; null: the whole jurisdiction.</param>
/// <param name="ByCategory">One row an offence, else all offences of the filter together.</param>
/// <param name="BaselineFrom">With <paramref name="BaselineTo"/> any other window, in place of the baseline.</param>
public sealed record ChangeRequest(
    IncidentFilter Filter, string? Kind, bool ByCategory, MoverBaseline Baseline = MoverBaseline.SameWindowLastYear, DateOnly? BaselineFrom = null, DateOnly? BaselineTo = null);

/// <param name="Area">Null in rows of the whole jurisdiction.</param>
/// <param name="Category">Null where offences are taken together.</param>
/// <param name="Before">Reported incidents of the window compared with.</param>
/// <param name="P">Exact two-sided p of equal rates a day, uncorrected.</param>
/// <param name="AdjustedP">Held to a false discovery rate over all rows with at least one incident.</param>
/// <param name="Direction">1 a clear rise, −1 a clear fall (adjusted p below 0.05), 0 no clear change.</param>
public sealed record Change(Area? Area, OffenceCategory? Category, int Incidents, int Before, double P, double AdjustedP, int Direction);

/// <param name="Rows">Clear changes first, by p; rows without any incident are left out.</param>
public sealed record ChangeResult(ComparisonWindow Window, IReadOnlyList<Change> Rows);

/// <summary>What changed between two windows, area by area and offence by offence.</summary>
public sealed class ChangeStudy(LiveRuns runs)
{
    private const double Rate = 0.05;

    /// <exception cref="ArgumentException">The kind is unknown, a window is missing, or the filter names what there is not.</exception>
    public Task<LiveRun<ChangeResult>> RunAsync(IncidentColumns columns, ChangeRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var identity = RunIdentity.Of(StudyKind.Changes, columns, request, null, policy);
        return runs.GetAsync(identity, token => Compute(columns, request, token), cancellationToken);
    }

    private static ChangeResult Compute(IncidentColumns columns, ChangeRequest request, CancellationToken cancellationToken)
    {
        var window = ComparisonWindow.Of(columns, request.Filter, request.Baseline, request.BaselineFrom, request.BaselineTo);
        var kind = request.Kind is null ? -1 : columns.KindNumber(request.Kind);
        var (now, before) = window.Apply(columns, request.Filter, cancellationToken);
        var (counts, earlier) = (Counts(now, kind, request.ByCategory), Counts(before, kind, request.ByCategory));
        var keys = counts.Keys.Union(earlier.Keys).Order().ToArray();
        var after = keys.Select(key => (double)counts.GetValueOrDefault(key)).ToArray();
        var earlierCounts = keys.Select(key => (double)earlier.GetValueOrDefault(key)).ToArray();
        var test = PoissonChange.Test(earlierCounts, after, window.BaselineDays, window.Days);
        var adjusted = BenjaminiHochberg.Adjust(test.P);
        var rows = keys.Select((key, row) => new Change(
            kind < 0 ? null : columns.AreaKinds[kind].Areas[key.Area],
            request.ByCategory ? columns.Categories[key.Category] : null,
            (int)after[row], (int)earlierCounts[row], test.P[row], adjusted[row],
            adjusted[row] < Rate ? test.Direction[row] : 0));
        return new ChangeResult(window, [.. rows.OrderBy(row => row.P).ThenByDescending(row => row.Incidents)]);
    }

    /// <summary>Rows in no area of the kind are left out.</summary>
    private static Dictionary<(int Area, int Category), int> Counts(FilteredIncidents rows, int kind, bool byCategory) => rows.Rows()
        .Select(each => (Area: kind < 0 ? 0 : each.Chunk.Area[kind][each.Row], Category: byCategory ? each.Chunk.Category[each.Row] : 0))
        .Where(key => key.Area >= 0)
        .CountBy(key => ((int)key.Area, (int)key.Category))
        .ToDictionary();
}
