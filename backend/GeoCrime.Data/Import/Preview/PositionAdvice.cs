using System.Globalization;
using GeoCrime.Data.Import.Profiles;
using Npgsql;

namespace GeoCrime.Data.Import.Preview;

/// <summary>Says of positions what looks wrong: swapped columns, a CRS that puts them elsewhere, none at all.</summary>
/// <param name="positions">The positions of the first rows under a changed request.</param>
internal sealed class PositionAdvice(GeoCrimeDatabase database, Func<Func<ImportRequest, ImportRequest>, Task<List<(double Longitude, double Latitude)>>> positions)
{
    /// <summary>Farther from what is loaded than any city reaches.</summary>
    private const double OutsideKilometres = 200;

    /// <summary>Farther from its principal city than most zones reach.</summary>
    private const double OutsideZoneKilometres = 3500;

    private const string CentreSql = """
        SELECT ST_X(p), ST_Y(p) FROM (
            SELECT coalesce(
                (SELECT ST_Centroid(ST_Collect(ST_Centroid(a.geom))) FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id WHERE s.current AND s.jurisdiction_id = j.id),
                (SELECT ST_Centroid(ST_Collect(geom)) FROM (SELECT geom FROM geocrime.incident WHERE jurisdiction_id = j.id AND geom IS NOT NULL LIMIT 1000) AS sample)) AS p
            FROM geocrime.jurisdiction j WHERE j.code = $1) centre
        WHERE p IS NOT NULL
        """;

    /// <summary>The median of longitudes and of latitudes, which outliers do not move; null where there are none.</summary>
    public static (double Longitude, double Latitude)? Middle(IReadOnlyList<(double Longitude, double Latitude)> places) =>
        places.Count == 0 ? null : (Median(places.Select(place => place.Longitude)), Median(places.Select(place => place.Latitude)));

    public async Task<IReadOnlyList<string>> OfAsync(ImportRequest request, int accepted, IReadOnlyList<(double Longitude, double Latitude)> located, CancellationToken cancellationToken)
    {
        if (accepted == 0)
            return [];
        if (request.Profile.Position is not { } columns)
            return located.Count == 0 ? ["No columns of a position are named: rows will be counted, not mapped."] : [];
        var known = await CentreAsync(request.Jurisdiction, cancellationToken);
        var centre = known ?? TimeZonePlaces.Of(request.Profile.TimeZone);
        var limit = known is null ? OutsideZoneKilometres : OutsideKilometres;
        var home = known is null ? $"the principal city of {request.Profile.TimeZone}" : $"what is loaded for {request.Jurisdiction}";
        var distance = Distance(located, centre);
        if (located.Count >= 0.5 * accepted && distance is null or <= OutsideKilometres)
            return [];
        var swapped = await positions(each => each with { Profile = each.Profile with { Position = columns with { X = columns.Y, Y = columns.X } } });
        var swappedDistance = Distance(swapped, centre);
        var fits = swapped.Count > 0 && (located.Count < 0.5 * accepted || swappedDistance < distance) && (swappedDistance is null || swappedDistance < limit);
        if (fits && (located.Count < 0.5 * accepted || distance > limit))
            return [$"The two columns of the position look swapped: read the other way round, {columns.Y} as x and {columns.X} as y, they fall into place."];
        if (distance > limit)
            return [string.Create(CultureInfo.InvariantCulture, $"These positions lie {distance:N0} km from {home}. Are columns, CRS and time zone right?")];
        return located.Count < 0.5 * accepted ? [$"{accepted - located.Count} of {accepted} rows have no usable position in {columns.Crs}: they will be counted, not mapped. Is it the right CRS?"] : [];
    }

    private static double? Distance(IReadOnlyList<(double Longitude, double Latitude)> places, (double, double)? centre) =>
        Middle(places) is { } middle && centre is { } home ? TimeZonePlaces.Kilometres(middle, home) : null;

    private async Task<(double, double)?> CentreAsync(string jurisdiction, CancellationToken cancellationToken)
    {
        await using var command = database.Source.CreateCommand(CentreSql);
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetDouble(0), reader.GetDouble(1)) : null;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
