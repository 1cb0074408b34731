namespace GeoCrime.Api.Tests.Denver;

public class DenverCountTests(Servers servers)
{
    private const string Area = "(SELECT a.code FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id WHERE s.kind = 'neighborhood' AND s.current AND a.id = ANY (i.area_ids))";

    [Theory]
    [InlineData("YEAR", "to_char(i.occurred_local, 'YYYY')")]
    [InlineData("MONTH", "to_char(i.occurred_local, 'YYYY-MM')")]
    [InlineData("WEEK", "to_char(i.occurred_local, 'IYYY\"-W\"IW')")]
    [InlineData("DATE", "to_char(i.occurred_local, 'YYYY-MM-DD')")]
    [InlineData("WEEKDAY", "trim(to_char(i.occurred_local, 'DAY'))")]
    [InlineData("HOUR", "extract(hour FROM i.occurred_local)::integer::text")]
    [InlineData("CATEGORY", "c.code")]
    [InlineData("AREA", Area)]
    public Task Groups_of_one_dimension_equal_SQL(string dimension, string key) =>
        EqualsSqlAsync($"by: [{dimension}], areaKind: \"neighborhood\"", [key], "true");

    [Fact]
    public Task Groups_of_three_dimensions_equal_SQL() =>
        EqualsSqlAsync("by: [AREA, YEAR, CATEGORY], areaKind: \"neighborhood\"", [Area, "to_char(i.occurred_local, 'YYYY')", "c.code"], "true");

    [Fact]
    public Task Filters_select_what_SQL_selects() => EqualsSqlAsync("""
        by: [MONTH], filter: { from: "2021-03-05", to: "2022-11-20", categories: ["larceny", "robbery", "drug-alcohol"], hours: [22, 23, 0, 1], weekdays: [FRIDAY, SATURDAY, SUNDAY], minSeverity: 5 }
        """, ["to_char(i.occurred_local, 'YYYY-MM')"], """
        i.occurred_local >= '2021-03-05' AND i.occurred_local < '2022-11-20' AND c.code IN ('larceny', 'robbery', 'drug-alcohol') AND c.severity >= 5
        AND extract(hour FROM i.occurred_local) IN (22, 23, 0, 1) AND extract(isodow FROM i.occurred_local) IN (5, 6, 7)
        """);

    [Fact]
    public Task Areas_select_what_SQL_selects() => EqualsSqlAsync(
        """by: [YEAR], filter: { where: { areas: { kind: "neighborhood", codes: ["five-points", "cbd"] } } }""", ["to_char(i.occurred_local, 'YYYY')"], $"{Area} IN ('five-points', 'cbd')");

    // A box whose edges are long: they follow parallels, which are no straight lines in the analysis CRS.
    [Fact]
    public Task Box_selects_what_PostGIS_selects() => EqualsSqlAsync(
        """by: [YEAR], filter: { where: { bbox: { west: -106.5, south: 39.7005, east: -103.5, north: 39.7405 } } }""", ["to_char(i.occurred_local, 'YYYY')"],
        "ST_Covers(ST_MakeEnvelope(-106.5, 39.7005, -103.5, 39.7405, 4326), i.geom)");

    [Fact]
    public Task Box_around_the_globe_selects_all_that_is_located() => EqualsSqlAsync(
        """by: [YEAR], filter: { where: { bbox: { west: -180, south: -85, east: 180, north: 85 } } }""", ["to_char(i.occurred_local, 'YYYY')"], "i.geom IS NOT NULL");

    [Fact]
    public Task Polygon_selects_what_PostGIS_selects() => EqualsSqlAsync("""
        by: [CATEGORY], filter: { where: { polygon: { type: "Polygon", coordinates: [[[-105.05, 39.68], [-104.9, 39.66], [-104.93, 39.8], [-105.05, 39.68]]] } } }
        """, ["c.code"], "ST_Covers(ST_GeomFromText('POLYGON((-105.05 39.68, -104.9 39.66, -104.93 39.8, -105.05 39.68))', 4326), i.geom)");

    [Fact]
    public Task Distance_selects_what_PostGIS_selects() => EqualsSqlAsync(
        """by: [HOUR], filter: { where: { near: { longitude: -104.99, latitude: 39.74, metres: 1500 } } }""", ["extract(hour FROM i.occurred_local)::integer::text"],
        "ST_DWithin(ST_SetSRID(ST_MakePoint(i.x, i.y), 32613), ST_Transform(ST_SetSRID(ST_MakePoint(-104.99, 39.74), 4326), 32613), 1500)");

    private async Task EqualsSqlAsync(string arguments, string[] keys, string where)
    {
        var denver = await servers.DenverAsync();
        var served = (await denver.QueryAsync($$"""{ jurisdiction(code: "denver") { counts({{arguments}}, first: 100000) { keys incidents severity } } }"""))
            .GetProperty("jurisdiction").GetProperty("counts").EnumerateArray()
            .ToDictionary(row => string.Join("|", row.GetProperty("keys").EnumerateArray().Select(key => key.GetString())), row => (row.GetProperty("incidents").GetInt32(), row.GetProperty("severity").GetDouble()));
        var expected = (await denver.SqlAsync($"""
            SELECT concat_ws('|', {string.Join(", ", keys.Select(key => $"coalesce({key}, '')"))}), count(*)::integer, sum(c.severity)
            FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id WHERE {where} GROUP BY 1
            """)).ToDictionary(row => (string)row[0]!, row => ((int)row[1]!, (double)row[2]!));

        Assert.NotEmpty(expected);
        Assert.Equal(expected.OrderBy(row => row.Key, StringComparer.Ordinal), served.OrderBy(row => row.Key, StringComparer.Ordinal));
    }
}
