using GeoCrime.Data.Columns;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Columns;

public class IncidentColumnStoreTests(PostGisFixture postGis)
{
    private static readonly DateTime Year2022 = new(2022, 1, 1);
    private static readonly DateTime Year2023 = new(2023, 1, 1);

    [Fact]
    public async Task Snapshot_holds_every_row_as_SQL_has_it()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", Year2022.AddDays(300), 3000, 24 * 200);
        var columns = await new IncidentColumnStore(database).GetAsync(city, AccessPolicy.Local, SmallCity.None);
        await using var command = database.Source.CreateCommand("""
            SELECT i.x, i.y, i.occurred_local, c.code, (SELECT a.code FROM geocrime.area a WHERE a.id = ANY (i.area_ids)), (i.reported_at AT TIME ZONE 'America/Denver')::date
            FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id ORDER BY i.occurred_local, i.id
            """);
        await using var reader = await command.ExecuteReaderAsync();

        Assert.Equal([2022, 2023], columns.Chunks.Select(chunk => chunk.Year));
        Assert.Equal(new DateOnly(2023, 6, 30), columns.CompleteThrough);
        Assert.Equal(3000, columns.Count);
        foreach (var chunk in columns.Chunks)
            for (var row = 0; row < chunk.Count; row++)
            {
                Assert.True(await reader.ReadAsync());
                var local = reader.GetDateTime(2);
                // Centimetres: half of one is the error of rounding.
                if (await reader.IsDBNullAsync(0))
                    Assert.Equal((IncidentChunk.Unlocated, IncidentChunk.Unlocated), (chunk.X[row], chunk.Y[row]));
                else
                    Assert.Equal((reader.GetDouble(0), reader.GetDouble(1)), (chunk.X[row] / 100.0, chunk.Y[row] / 100.0), (a, b) => Math.Abs(a.Item1 - b.Item1) <= 0.00501 && Math.Abs(a.Item2 - b.Item2) <= 0.00501);
                Assert.Equal((DateOnly.FromDateTime(local).DayNumber, local.Hour), (chunk.Day[row], chunk.Hour[row]));
                Assert.Equal(reader.GetString(3), columns.Categories[chunk.Category[row]].Code);
                Assert.Equal(await reader.IsDBNullAsync(4) ? null : reader.GetString(4), chunk.Area[0][row] < 0 ? null : columns.AreaKinds[0].Areas[chunk.Area[0][row]].Code);
                Assert.Equal(DateOnly.FromDateTime(reader.GetDateTime(5)).DayNumber, chunk.Reported[row]);
            }
        Assert.False(await reader.ReadAsync());
    }

    [Fact]
    public async Task Only_years_that_changed_are_read_again()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", Year2022, 100, 1000);
        await SmallCity.AddIncidentsAsync(database, "city", Year2023, 100, 1000);
        var store = new IncidentColumnStore(database);

        var first = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);
        var same = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);
        await SmallCity.AddIncidentsAsync(database, "city", Year2023, 50, 2000);
        var next = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        Assert.Same(first, same);
        Assert.NotEqual(first.DataVersion, next.DataVersion);
        Assert.Same(first.Chunks[0], next.Chunks[0]);
        Assert.NotSame(first.Chunks[1], next.Chunks[1]);
        Assert.Equal((100, 150), (first.Chunks[1].Count, next.Chunks[1].Count));
    }

    [Fact]
    public async Task New_category_keeps_old_chunks()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", Year2022, 100, 1000);
        var store = new IncidentColumnStore(database);
        var first = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        await SmallCity.RunAsync(database, "INSERT INTO geocrime.offence_category (jurisdiction_id, code, label, \"group\", severity, officer_initiated) VALUES ($1, 'arson', 'Arson', 'g', 30, false)", city.Id);
        await SmallCity.TouchAsync(database, "city");
        var next = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        Assert.Equal(["theft", "assault", "drugs", "arson"], next.Categories.Select(category => category.Code));
        Assert.Same(first.Chunks[0], next.Chunks[0]);
    }

    [Fact]
    public async Task Changed_severity_is_seen_without_reading_rows_again()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", Year2022, 100, 1000);
        var store = new IncidentColumnStore(database);
        var first = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        await SmallCity.RunAsync(database, "UPDATE geocrime.offence_category SET severity = 77 WHERE code = 'theft'");
        await SmallCity.TouchAsync(database, "city");
        var next = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        Assert.Equal((5, 77), (first.Categories[0].Severity, next.Categories[0].Severity));
        Assert.Same(first.Chunks[0], next.Chunks[0]);
    }

    // A kind whose name sorts before the others moves their columns; chunks whose rows did not change would then be read with the wrong ones.
    [Fact]
    public async Task New_kind_of_area_renumbers_the_columns_of_all_years()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", Year2022, 400, 1000);
        var store = new IncidentColumnStore(database);
        await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        await SmallCity.AddAreasAsync(database, "city", "beat", ("b1", -106, -104));
        var columns = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        Assert.Equal(["beat", "ward"], columns.AreaKinds.Select(kind => kind.Kind));
        var chunk = columns.Chunks.Single();
        Assert.Equal(2, chunk.Area.Length);
        Assert.All(chunk.Area[0], area => Assert.Equal(-1, area));
        var west = await SmallCity.ScalarAsync<long>(database, "SELECT count(*) FROM geocrime.incident i JOIN geocrime.area a ON a.id = ANY (i.area_ids) WHERE a.code = 'west'");
        Assert.True(west > 0);
        Assert.Equal(west, chunk.Area[1].Count(area => area >= 0 && columns.AreaKinds[1].Areas[area].Code == "west"));
    }

    [Fact]
    public async Task Replaced_areas_are_not_mistaken_for_the_old_ones()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", Year2022, 100, 1000);
        var store = new IncidentColumnStore(database);
        await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        // The rows are not joined to the new areas yet, so they lie in none.
        await SmallCity.AddAreasAsync(database, "city", "ward", ("north", -106, -104));
        var columns = await store.GetAsync(city, AccessPolicy.Local, SmallCity.None);

        Assert.Equal("north", columns.AreaKinds.Single().Areas.Single().Code);
        Assert.All(columns.Chunks.Single().Area[0], area => Assert.Equal(-1, area));
    }

    [Fact]
    public async Task Least_used_city_goes_when_the_budget_is_exceeded()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var cities = new List<Jurisdiction>();
        foreach (var code in new[] { "a", "b", "c" })
        {
            cities.Add(await SmallCity.MakeAsync(database, code));
            await SmallCity.AddIncidentsAsync(database, code, Year2022, 1000, 1000);
        }
        // Each row takes 21 bytes; two cities fit, three do not.
        var store = new IncidentColumnStore(database, budgetBytes: 50_000);
        var a = await store.GetAsync(cities[0], AccessPolicy.Local, SmallCity.None);
        var b = await store.GetAsync(cities[1], AccessPolicy.Local, SmallCity.None);
        Assert.Same(a, await store.GetAsync(cities[0], AccessPolicy.Local, SmallCity.None));
        await store.GetAsync(cities[2], AccessPolicy.Local, SmallCity.None);

        Assert.Equal(21_000, a.Bytes);
        Assert.Same(a, await store.GetAsync(cities[0], AccessPolicy.Local, SmallCity.None));
        Assert.NotSame(b, await store.GetAsync(cities[1], AccessPolicy.Local, SmallCity.None));
    }

    [Fact]
    public async Task City_larger_than_the_budget_is_served_all_the_same()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", Year2022, 100, 1000);

        Assert.Equal(100, (await new IncidentColumnStore(database, budgetBytes: 1).GetAsync(city, AccessPolicy.Local, SmallCity.None)).Count);
    }

    [Fact]
    public async Task City_without_incidents_is_an_empty_snapshot()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");

        var columns = await new IncidentColumnStore(database).GetAsync(city, AccessPolicy.Local, SmallCity.None);

        Assert.Equal((0, 0, 1), (columns.Count, columns.Chunks.Count, columns.AreaKinds.Count));
    }

    [Fact]
    public async Task Readers_beside_writers_see_whole_imports_only()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        var store = new IncidentColumnStore(database);
        const int imports = 12;
        const string importSql = """
            BEGIN;
            INSERT INTO geocrime.incident (id, jurisdiction_id, local_year, batch_id, category_id, occurred_from, occurred_local)
                SELECT {0} * 100 + n, j.id, 2022, {0}, (SELECT min(id) FROM geocrime.offence_category), '2022-05-05', '2022-05-05' FROM geocrime.jurisdiction j, generate_series(1, 100) n;
            SELECT pg_sleep(0.02);
            SELECT geocrime.touch(id, ARRAY[2022]::smallint[]) FROM geocrime.jurisdiction;
            COMMIT;
            """;
        await SmallCity.RunAsync(database, "SELECT geocrime.ensure_incident_partition(id, 2022::smallint) FROM geocrime.jurisdiction");
        var writing = Task.Run(async () =>
        {
            for (var import = 0; import < imports; import++)
                await SmallCity.RunAsync(database, importSql.Replace("{0}", $"{import}", StringComparison.Ordinal));
        });
        var seen = new List<long>();
        while (!writing.IsCompleted)
        {
            var batch = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => store.GetAsync(city, AccessPolicy.Local, SmallCity.None)));
            foreach (var columns in batch)
                // Every import raised the version by one and added 100 rows.
                Assert.Equal(columns.Count / 100 + 1, long.Parse(columns.DataVersion.Split('.')[0]));
            seen.AddRange(batch.Select(columns => columns.Count));
        }
        await writing;

        Assert.Equal(seen.Order(), seen);
        Assert.Equal(100 * imports, (await store.GetAsync(city, AccessPolicy.Local, SmallCity.None)).Count);
    }
}
