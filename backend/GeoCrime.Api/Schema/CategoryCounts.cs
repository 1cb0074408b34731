using System.Runtime.CompilerServices;
using GeoCrime.Domain;

namespace GeoCrime.Api.Schema;

/// <summary>How many incidents of a snapshot are of each category; counted once a snapshot and kept as long as it lives.</summary>
internal static class CategoryCounts
{
    private static readonly ConditionalWeakTable<IncidentColumns, Dictionary<int, int>> Counts = [];

    /// <returns>0 where the snapshot does not have the category.</returns>
    public static int Of(IncidentColumns columns, int categoryId) => Counts.GetValue(columns, Count).GetValueOrDefault(categoryId);

    private static Dictionary<int, int> Count(IncidentColumns columns)
    {
        var counts = new int[columns.Categories.Count];
        foreach (var chunk in columns.Chunks)
            foreach (var category in chunk.Category)
                counts[category]++;
        return counts.Index().ToDictionary(each => columns.Categories[each.Index].Id, each => each.Item);
    }
}
