using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Density;

/// <summary>What each located incident of a window adds to a surface.</summary>
internal static class DensityWeights
{
    /// <returns>One a located row, in row order; null where each counts 1.</returns>
    public static double[]? Of(FilteredIncidents rows, DensityRequest request)
    {
        if (request is { Weight: DensityWeight.Incidents, HalfLifeDays: null })
            return null;
        var severity = rows.Columns.Categories.Select(category => request.Weight == DensityWeight.Severity ? category.Severity : 1).ToArray();
        var end = request.Filter.To?.DayNumber ?? rows.Parts.Select(part => part.Chunk.Day[part.Rows[^1]] + 1).DefaultIfEmpty(0).Max();
        return rows.OfLocated((chunk, row) => severity[chunk.Category[row]] *
            (request.HalfLifeDays is { } half ? double.Exp2(-(end - 1 - chunk.Day[row]) / half) : 1));
    }
}
