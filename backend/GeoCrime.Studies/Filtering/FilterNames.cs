using GeoCrime.Domain;

namespace GeoCrime.Studies.Filtering;

/// <summary>Refuses filters that name what the jurisdiction does not have: a silent empty map would read as "nothing was reported".</summary>
public static class FilterNames
{
    /// <exception cref="ArgumentException">A category, area kind or area code that the jurisdiction does not have, an hour outside 0…23, or an empty window.</exception>
    public static void Check(IncidentColumns columns, IncidentFilter filter)
    {
        if (filter is { From: { } from, To: { } to } && from >= to)
            throw new ArgumentException($"The window is empty: from {from:yyyy-MM-dd} must lie before to {to:yyyy-MM-dd} (exclusive).");
        if (filter.Hours?.FirstOrDefault(hour => hour is < 0 or > 23, 0) is { } outside and not 0)
            throw new ArgumentException($"Hour {outside} is outside 0…23.");
        if (filter.Where is Place.Near near)
            Check(near);
        var unknown = filter.Categories?.Except(columns.Categories.Select(category => category.Code)).FirstOrDefault();
        if (unknown is not null)
            throw new ArgumentException($"There is no offence category '{unknown}'; there are: {Names(columns.Categories.Select(category => category.Code))}.");
        if (filter.Where is Place.InAreas areas)
        {
            var kind = columns.AreaKinds[columns.KindNumber(areas.Kind)];
            var missing = areas.Codes.Except(kind.Areas.Select(area => area.Code)).FirstOrDefault();
            if (missing is not null)
                throw new ArgumentException($"There is no {areas.Kind} '{missing}'; there are: {Names(kind.Areas.Select(area => area.Code))}.");
        }
    }

    private static void Check(Place.Near near)
    {
        if (near is not { Longitude: >= -180 and <= 180, Latitude: >= -90 and <= 90 })
            throw new ArgumentException($"near is at longitude {near.Longitude}, latitude {near.Latitude}; −180…180 and −90…90 are allowed.");
        if (!double.IsFinite(near.Metres) || near.Metres < 0)
            throw new ArgumentException($"near.metres is {near.Metres}; 0 or more is allowed.");
    }

    /// <summary>The number of an area kind in the snapshot.</summary>
    /// <exception cref="ArgumentException">The jurisdiction has no such kind.</exception>
    public static int KindNumber(this IncidentColumns columns, string kind)
    {
        for (var number = 0; number < columns.AreaKinds.Count; number++)
            if (columns.AreaKinds[number].Kind == kind)
                return number;
        throw new ArgumentException(columns.AreaKinds.Count == 0
            ? $"There is no area kind '{kind}': no areas are loaded for {columns.Jurisdiction.Code}."
            : $"There is no area kind '{kind}'; there are: {Names(columns.AreaKinds.Select(each => each.Kind))}.");
    }

    private static string Names(IEnumerable<string> names)
    {
        var list = names.Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", list.Take(20)) + (list.Count > 20 ? $" and {list.Count - 20} more" : "");
    }
}
