using GeoCrime.Domain;

namespace GeoCrime.Studies.Filtering;

/// <summary>Narrows a filter to one group of offence categories.</summary>
public static class OffenceGroups
{
    /// <param name="group">Null leaves the filter as it is.</param>
    /// <exception cref="ArgumentException">There is no such group, or the filter's categories are all of others.</exception>
    public static IncidentFilter Within(IncidentFilter filter, string? group, IncidentColumns columns)
    {
        if (group is null)
            return filter;
        var codes = columns.Categories.Where(category => category.Group == group).Select(category => category.Code).ToList();
        if (codes.Count == 0)
            throw new ArgumentException($"offenceGroup: there is no group '{group}'; there are: {string.Join(", ", columns.Categories.Select(category => category.Group).Distinct().Order(StringComparer.Ordinal))}.");
        var both = filter.Categories is null ? codes : [.. codes.Intersect(filter.Categories)];
        return both.Count > 0
            ? filter with { Categories = both }
            : throw new ArgumentException($"offenceGroup: none of filter.categories is in the group '{group}'.");
    }
}
