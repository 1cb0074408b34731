using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Tests;
using NetTopologySuite.Geometries;

namespace GeoCrime.Data.Tests.Reading;

public class IncidentReaderTests(PostGisFixture postGis)
{
    private const string Order = " FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id ";

    [Theory]
    [InlineData(IncidentOrder.OccurredAsc, "i.occurred_local, i.id", 7)]
    [InlineData(IncidentOrder.OccurredDesc, "i.occurred_local DESC, i.id DESC", 1)]
    [InlineData(IncidentOrder.OccurredDesc, "i.occurred_local DESC, i.id DESC", 100)]
    [InlineData(IncidentOrder.SeverityDesc, "c.severity DESC, i.id DESC", 7)]
    public async Task Pages_hold_every_row_once_in_order(IncidentOrder order, string sql, int size)
    {
        await using var database = await postGis.CreateDatabaseAsync();
        // 100 rows in 30 hours over the turn of a year: many share their hour, two partitions are crossed.
        var (city, reader) = await CityAsync(database, new DateTime(2022, 12, 31), 100, 30);
        var ids = new List<long>();
        IncidentPage page;
        IncidentCursor? after = null;
        do
        {
            page = await reader.PageAsync(city, IncidentFilter.All, new IncidentPageRequest(order, size, after), AccessPolicy.Local, SmallCity.None);
            ids.AddRange(page.Incidents.Select(incident => incident.Id));
            var last = page.Incidents[^1];
            after = new IncidentCursor(order == IncidentOrder.SeverityDesc ? last.Category.Severity : (last.OccurredLocal - DateTime.UnixEpoch).TotalSeconds, last.Id);
        }
        while (page.HasNext);

        Assert.Equal(await IdsAsync(database, $"SELECT i.id {Order} ORDER BY {sql}"), ids);
        Assert.Equal(100, ids.Count);
    }

    [Fact]
    public async Task Later_page_is_served_by_the_index()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await CityAsync(database, new DateTime(2022, 1, 1), 5000, 5000);
        await SmallCity.RunAsync(database, "ANALYZE geocrime.incident");
        var plan = new List<string>();
        var city = (await new JurisdictionReader(database).AllAsync(AccessPolicy.Local, SmallCity.None)).Single();
        var after = new IncidentCursor((new DateTime(2022, 1, 20) - DateTime.UnixEpoch).TotalSeconds, 50);
        var (text, parameters) = IncidentPageSql.Of(city, IncidentFilter.All, new IncidentPageRequest(IncidentOrder.OccurredDesc, 10, after));
        await using var command = database.Source.CreateCommand("EXPLAIN " + text);
        command.Parameters.AddRange(parameters.ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(0));

        Assert.Contains(plan, line => line.Contains("Index Cond", StringComparison.Ordinal) && line.Contains("occurred_local", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_select_what_SQL_selects()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var (city, reader) = await CityAsync(database, new DateTime(2022, 12, 1), 900, 24 * 60);
        await SmallCity.AddAreasAsync(database, "city", "beat", ("west", -106, -104));
        Polygon triangle = new(new LinearRing([new(-105.015, 39.701), new(-104.985, 39.703), new(-105, 39.719), new(-105.015, 39.701)])) { SRID = 4326 };
        (IncidentFilter Filter, string Where)[] cases =
        [
            (new IncidentFilter(From: new DateOnly(2022, 12, 15)), "i.occurred_local >= '2022-12-15'"),
            (new IncidentFilter(To: new DateOnly(2023, 1, 1)), "i.occurred_local < '2023-01-01'"),
            (new IncidentFilter(new DateOnly(2022, 12, 31), new DateOnly(2023, 1, 2)), "i.occurred_local >= '2022-12-31' AND i.occurred_local < '2023-01-02'"),
            (new IncidentFilter(Categories: ["theft", "drugs"]), "c.code IN ('theft', 'drugs')"),
            (new IncidentFilter(Categories: ["theft' OR true --"]), "false"),
            (new IncidentFilter(Categories: []), "false"),
            (new IncidentFilter(Hours: [0, 23]), "extract(hour FROM i.occurred_local) IN (0, 23)"),
            (new IncidentFilter(Weekdays: [DayOfWeek.Sunday, DayOfWeek.Wednesday]), "extract(isodow FROM i.occurred_local) IN (7, 3)"),
            (new IncidentFilter(MinSeverity: 45), "c.severity >= 45"),
            (new IncidentFilter(Where: new Place.InAreas("ward", ["west"])), "ST_X(i.geom) < -105 AND ST_X(i.geom) > -105.02 AND ST_Y(i.geom) > 39.70"),
            (new IncidentFilter(Where: new Place.InAreas("beat", ["west"])), "false"),
            (new IncidentFilter(Where: new Place.InPolygon(triangle)), "ST_Covers(ST_GeomFromText('POLYGON((-105.015 39.701, -104.985 39.703, -105 39.719, -105.015 39.701))', 4326), i.geom)"),
            (new IncidentFilter(Where: new Place.Near(-105, 39.71, 600)), "ST_DWithin(ST_Transform(i.geom, 32613), ST_Transform(ST_SetSRID(ST_MakePoint(-105, 39.71), 4326), 32613), 600)"),
            (new IncidentFilter(new DateOnly(2022, 12, 20), new DateOnly(2023, 1, 20), ["theft"], new Place.Near(-105, 39.71, 900), [1, 2, 3, 4, 5, 6], [DayOfWeek.Monday, DayOfWeek.Friday], 1),
                "i.occurred_local >= '2022-12-20' AND i.occurred_local < '2023-01-20' AND c.code = 'theft' AND ST_DWithin(ST_Transform(i.geom, 32613), ST_Transform(ST_SetSRID(ST_MakePoint(-105, 39.71), 4326), 32613), 900) AND extract(hour FROM i.occurred_local) BETWEEN 1 AND 6 AND extract(isodow FROM i.occurred_local) IN (1, 5)"),
        ];
        foreach (var (filter, where) in cases)
        {
            var page = await reader.PageAsync(city, filter, new IncidentPageRequest(IncidentOrder.OccurredAsc, 1000, null), AccessPolicy.Local, SmallCity.None);
            var expected = await IdsAsync(database, $"SELECT i.id {Order} WHERE {where} ORDER BY i.occurred_local, i.id");
            Assert.Equal((where, string.Join(",", expected)), (where, string.Join(",", page.Incidents.Select(incident => incident.Id))));
            Assert.True(where == "false" || expected.Count is > 0 and < 900, where);
        }
    }

    [Fact]
    public async Task Another_city_is_not_seen()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var (city, reader) = await CityAsync(database, new DateTime(2022, 1, 1), 20, 20);
        var other = await SmallCity.MakeAsync(database, "other");
        await SmallCity.AddIncidentsAsync(database, "other", new DateTime(2022, 1, 1), 5, 5);
        var foreign = await SmallCity.ScalarAsync<long>(database, "SELECT max(id) FROM geocrime.incident WHERE jurisdiction_id = $1", other.Id);

        Assert.Equal(20, (await reader.PageAsync(city, IncidentFilter.All, new IncidentPageRequest(IncidentOrder.OccurredAsc, 100, null), AccessPolicy.Local, SmallCity.None)).Incidents.Count);
        Assert.Null(await reader.FindAsync(city, foreign, AccessPolicy.Local, SmallCity.None));
        Assert.NotNull(await reader.FindAsync(other, foreign, AccessPolicy.Local, SmallCity.None));
    }

    [Fact]
    public async Task Row_is_read_with_local_time_position_and_attributes()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var (city, reader) = await CityAsync(database, new DateTime(2022, 7, 1, 13, 0, 0), 40, 1);

        var incident = (await reader.FindAsync(city, 1, AccessPolicy.Local, SmallCity.None))!;
        var unlocated = (await reader.FindAsync(city, 40, AccessPolicy.Local, SmallCity.None))!;

        Assert.Equal(new DateTimeOffset(2022, 7, 1, 13, 0, 0, TimeSpan.FromHours(-6)), incident.OccurredAt);
        Assert.Equal(TimeSpan.FromHours(-6), incident.OccurredAt.Offset);
        Assert.Equal(new DateTime(2022, 7, 1, 13, 0, 0), incident.OccurredLocal);
        Assert.Equal("assault", incident.Category.Code);
        Assert.InRange(incident.Longitude!.Value, -105.02, -104.98);
        Assert.Equal("{\"n\": 1}", incident.Attributes);
        Assert.Null(unlocated.Longitude);
        Assert.Null(await reader.FindAsync(city, 41, AccessPolicy.Local, SmallCity.None));
    }

    [Fact]
    public async Task Role_that_sees_counts_only_sees_no_rows()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var (city, reader) = await CityAsync(database, new DateTime(2022, 7, 1), 10, 1);
        var counts = new AccessPolicy("counts", 5, SeesRows: false);

        var error = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reader.FindAsync(city, 1, counts, SmallCity.None));
        Assert.Equal("This role sees counts, not single incidents.", error.Message);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reader.PageAsync(city, IncidentFilter.All, new IncidentPageRequest(IncidentOrder.OccurredAsc, 1, null), counts, SmallCity.None));
    }

    private static async Task<(Jurisdiction City, IncidentReader Reader)> CityAsync(GeoCrimeDatabase database, DateTime from, int count, int hours)
    {
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", from, count, hours);
        return (city, new IncidentReader(database));
    }

    private static async Task<List<long>> IdsAsync(GeoCrimeDatabase database, string sql)
    {
        var ids = new List<long>();
        await using var command = database.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ids.Add(reader.GetInt64(0));
        return ids;
    }
}
