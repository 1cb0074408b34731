using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Series;

/// <summary>What the areas of a kind reported in 364 days: when in the week, and of which category.</summary>
/// <param name="Hours">Shape [areas, 168]: reports by hour of the week, from Monday 0:00, local civil time.</param>
/// <param name="Categories">Shape [areas, categories]: reports.</param>
internal sealed record LastYear(double[][] Hours, double[][] Categories)
{
    public const int Days = 364;
    public const int HoursAWeek = 168;

    /// <param name="end">The day after the last one.</param>
    /// <param name="asOf">With it, only rows reported by then count.</param>
    /// <param name="officerWeight">What a record that officers started counts, 0–1.</param>
    public static LastYear Of(IncidentColumns columns, string kind, IncidentFilter filter, DateOnly end, DateOnly? asOf, double officerWeight, CancellationToken cancellationToken)
    {
        var number = columns.KindNumber(kind);
        var areas = columns.AreaKinds[number].Areas.Count;
        var incidents = RowFilter.Apply(columns, filter with { From = end.AddDays(-Days), To = end }, cancellationToken);
        if (asOf is { } origin)
            incidents = incidents.ReportedBy(origin);
        var weights = columns.Categories.Select(category => category.OfficerInitiated ? officerWeight : 1).ToArray();
        var hours = Enumerable.Range(0, areas).Select(_ => new double[HoursAWeek]).ToArray();
        var categories = Enumerable.Range(0, areas).Select(_ => new double[columns.Categories.Count]).ToArray();
        foreach (var (chunk, row) in incidents.Rows())
        {
            var area = chunk.Area[number][row];
            if (area < 0)
                continue;
            var category = chunk.Category[row];
            // Day 0 (0001-01-01) was a Monday.
            hours[area][(chunk.Day[row] % 7 * 24) + chunk.Hour[row]] += weights[category];
            categories[area][category] += weights[category];
        }
        return new LastYear(hours, categories);
    }

    /// <summary>Shares of an area's reports by hour of the week, drawn towards the whole city's where it has few.</summary>
    /// <param name="strength">How many reports the city's own shares stand for.</param>
    /// <returns>Shape [areas, 168]; each area sums to 1.</returns>
    public double[][] Profiles(double strength)
    {
        var city = Enumerable.Range(0, HoursAWeek).Select(hour => Hours.Sum(area => area[hour])).ToArray();
        var total = city.Sum();
        double[] shares = total > 0 ? [.. city.Select(count => count / total)] : [.. Enumerable.Repeat(1.0 / HoursAWeek, HoursAWeek)];
        return [.. Hours.Select(area => area.Zip(shares, (count, share) => (count + (strength * share)) / (area.Sum() + strength)).ToArray())];
    }
}
