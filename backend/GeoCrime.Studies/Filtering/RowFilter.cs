using GeoCrime.Analytics.Numerics;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace GeoCrime.Studies.Filtering;

/// <summary>Applies an <see cref="IncidentFilter"/> to a snapshot.</summary>
/// <remarks>Cost: one pass over the chunks whose years the filter touches; chunks are filtered in parallel.</remarks>
public static class RowFilter
{
    /// <exception cref="ArgumentException">A category, area kind or area code that the jurisdiction does not have, an hour outside 0…23, an empty window, or a position or radius that is none.</exception>
    public static FilteredIncidents Apply(IncidentColumns columns, IncidentFilter filter, CancellationToken cancellationToken)
    {
        FilterNames.Check(columns, filter);
        var chunks = columns.Chunks.Where(chunk => Touches(chunk, filter)).ToArray();
        var parts = new FilteredIncidents.Part[chunks.Length];
        Parallel.For(0, chunks.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            index => parts[index] = new FilteredIncidents.Part(chunks[index], Rows(columns, chunks[index], filter)));
        return new FilteredIncidents(columns, [.. parts.Where(part => part.Rows.Length > 0)]);
    }

    private static bool Touches(IncidentChunk chunk, IncidentFilter filter) =>
        (filter.From is not { } from || chunk.Year >= from.Year) && (filter.To is not { } to || chunk.Year <= to.Year);

    private static int[] Rows(IncidentColumns columns, IncidentChunk chunk, IncidentFilter filter)
    {
        var first = filter.From?.DayNumber ?? int.MinValue;
        var end = filter.To?.DayNumber ?? int.MaxValue;
        var categories = Categories(columns, filter);
        var hours = filter.Hours is { } list ? Enumerable.Range(0, 24).Select(list.Contains).ToArray() : null;
        var weekdays = filter.Weekdays is { } days ? Enumerable.Range(0, 7).Select(day => days.Contains((DayOfWeek)day)).ToArray() : null;
        var inPlace = PlaceTest(columns, chunk, filter.Where);
        var rows = new int[chunk.Count];
        var count = 0;
        // Rows ascend by day, so the window is a run of rows.
        for (var row = SortedSearch.FirstAtLeast<int>(chunk.Day, first); row < chunk.Count && chunk.Day[row] < end; row++)
        {
            if (categories is not null && !categories[chunk.Category[row]])
                continue;
            if (hours is not null && !hours[chunk.Hour[row]])
                continue;
            if (weekdays is not null && !weekdays[(int)DateOnly.FromDayNumber(chunk.Day[row]).DayOfWeek])
                continue;
            if (inPlace is null || inPlace(row))
                rows[count++] = row;
        }
        return rows[..count];
    }

    private static bool[]? Categories(IncidentColumns columns, IncidentFilter filter)
    {
        if (filter.Categories is null && filter.MinSeverity is null)
            return null;
        var codes = filter.Categories?.ToHashSet();
        return [.. columns.Categories.Select(category =>
            codes?.Contains(category.Code) != false && category.Severity >= (filter.MinSeverity ?? double.NegativeInfinity))];
    }

    private static Func<int, bool>? PlaceTest(IncidentColumns columns, IncidentChunk chunk, Place? place)
    {
        switch (place)
        {
            case null:
                return null;
            case Place.InAreas areas:
                var kind = columns.KindNumber(areas.Kind);
                var codes = areas.Codes.ToHashSet();
                var wanted = columns.AreaKinds[kind].Areas.Select(area => codes.Contains(area.Code)).ToArray();
                var column = chunk.Area[kind];
                return row => column[row] >= 0 && wanted[column[row]];
            case Place.InPolygon polygon:
                var prepared = new PreparedGeometryFactory().Create(PlaneOutline.Of(polygon.Polygon, chunk, columns.Jurisdiction.Projection));
                var box = prepared.Geometry.EnvelopeInternal;
                return row => chunk.X[row] != IncidentChunk.Unlocated
                    && box.Covers(chunk.X[row] / 100.0, chunk.Y[row] / 100.0)
                    && prepared.Covers(new Point(chunk.X[row] / 100.0, chunk.Y[row] / 100.0));
            case Place.Near near:
                var (x, y) = columns.Jurisdiction.Projection.ToMetres(near.Longitude, near.Latitude);
                return row => chunk.X[row] != IncidentChunk.Unlocated
                    && Square((chunk.X[row] / 100.0) - x) + Square((chunk.Y[row] / 100.0) - y) <= Square(near.Metres);
            default:
                throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown kind of place.");
        }
    }

    private static double Square(double value) => value * value;
}
