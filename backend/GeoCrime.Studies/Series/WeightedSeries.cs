using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Series;

/// <summary>Daily series in which a record that officers, not victims, started may count for less than one.</summary>
/// <remarks>Such counts depend on where officers look: fed back into where they look next, they would confirm themselves.</remarks>
internal static class WeightedSeries
{
    /// <param name="officerWeight">0–1; at 1 the series are plain counts.</param>
    /// <inheritdoc cref="CountSeriesBuilder.Build"/>
    public static IReadOnlyList<CountSeries> Build(FilteredIncidents incidents, string kind, DateOnly? asOf, bool severityWeighted, double officerWeight)
    {
        var all = CountSeriesBuilder.Build(incidents, kind, SeriesStep.Day, asOf, severityWeighted);
        if (officerWeight >= 1)
            return all;
        var officers = CountSeriesBuilder.Build(OfficerInitiated(incidents), kind, SeriesStep.Day, asOf, severityWeighted);
        return [.. all.Zip(officers, (whole, part) => new CountSeries(
            whole.Start, whole.Step, [.. whole.Values.Zip(part.Values, (count, started) => Math.Max(0, count - ((1 - officerWeight) * started)))]))];
    }

    /// <summary>The rows of categories that officers start.</summary>
    public static FilteredIncidents OfficerInitiated(FilteredIncidents incidents) => Of(incidents, officerInitiated: true);

    /// <summary>The rows of categories that victims or witnesses start.</summary>
    public static FilteredIncidents VictimReported(FilteredIncidents incidents) => Of(incidents, officerInitiated: false);

    private static FilteredIncidents Of(FilteredIncidents incidents, bool officerInitiated)
    {
        var wanted = incidents.Columns.Categories.Select(category => category.OfficerInitiated == officerInitiated).ToArray();
        return incidents with
        {
            Parts = [.. incidents.Parts
                .Select(part => part with { Rows = Array.FindAll(part.Rows, row => wanted[part.Chunk.Category[row]]) })
                .Where(part => part.Rows.Length > 0)],
        };
    }
}
