using GeoCrime.Data.Tiles;
using GeoCrime.Domain;
using GeoCrime.Tests;
using NetTopologySuite.Geometries;

namespace GeoCrime.Data.Tests.Tiles;

public class TileReaderTests(PostGisFixture postGis)
{
    private static readonly TileAddress Middle = TileAddress.Of(12, 853, 1554);

    [Fact]
    public async Task Area_tile_is_what_the_bare_query_gives()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddAreasAsync(database, "city", "beat", ("b1", -106, -104));
        var bare = await SmallCity.ScalarAsync<byte[]>(database, """
            SELECT ST_AsMVT(t, 'areas', 4096, 'geom') FROM (
                SELECT a.code, a.name, ST_AsMVTGeom(ST_Transform(a.geom, 3857), ST_TileEnvelope(12, 853, 1554), 4096, 64) AS geom
                FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id WHERE s.kind = 'ward' ORDER BY a.id) t WHERE geom IS NOT NULL
            """);

        var tile = await new TileReader(database).AreasAsync(city, "ward", Middle, AccessPolicy.Local, SmallCity.None);

        Assert.Equal(bare, tile);
        var layer = VectorTile.Read(tile).Layers.Single();
        Assert.Equal(("areas", "east west"), (layer.Name, string.Join(" ", layer.Features.Select(feature => feature.Attributes["code"]).Order())));
        Assert.All(layer.Features, feature => Assert.Equal(3, feature.Kind));
    }

    [Fact]
    public async Task Only_current_areas_are_drawn()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddAreasAsync(database, "city", "ward", ("north", -105.02, -104.98));

        var tile = await new TileReader(database).AreasAsync(city, "ward", Middle, AccessPolicy.Local, SmallCity.None);

        Assert.Equal("north", VectorTile.Read(tile).Layers.Single().Features.Single().Attributes["code"]);
    }

    [Fact]
    public async Task Incident_tiles_hold_each_located_row_of_the_filter()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.AddIncidentsAsync(database, "city", new DateTime(2022, 1, 1), 500, 1000);
        var reader = new TileReader(database);
        var filter = new IncidentFilter(Categories: ["assault"]);
        var drawn = new Dictionary<long, VectorTile.Feature>();
        for (var x = 852; x <= 854; x++)
            for (var y = 1553; y <= 1555; y++)
                if (await reader.IncidentsAsync(city, filter, TileAddress.Of(12, x, y), AccessPolicy.Local, SmallCity.None) is { Length: > 0 } tile)
                    foreach (var feature in VectorTile.Read(tile).Layers.Single(layer => layer.Name == "incidents").Features)
                        drawn[(long)feature.Attributes["id"]] = feature;
        await using var command = database.Source.CreateCommand("""
            SELECT i.id, to_char(i.occurred_local, 'YYYY-MM-DD"T"HH24:MI') FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id WHERE c.code = 'assault' AND i.geom IS NOT NULL
            """);
        await using var rows = await command.ExecuteReaderAsync();
        var count = 0;
        while (await rows.ReadAsync())
        {
            count++;
            Assert.Equal(("assault", 45.0, rows.GetString(1)), ((string)drawn[rows.GetInt64(0)].Attributes["category"], (double)drawn[rows.GetInt64(0)].Attributes["severity"], (string)drawn[rows.GetInt64(0)].Attributes["occurred"]));
        }
        Assert.Equal(count, drawn.Count);
        Assert.InRange(count, 100, 200);
    }

    [Fact]
    public async Task Tile_without_anything_is_empty()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        var reader = new TileReader(database);
        var ocean = TileAddress.Of(12, 0, 2048);

        Assert.Empty(await reader.AreasAsync(city, "ward", ocean, AccessPolicy.Local, SmallCity.None));
        Assert.Empty(await reader.AreasAsync(city, "unknown", Middle, AccessPolicy.Local, SmallCity.None));
        Assert.Empty(await reader.IncidentsAsync(city, IncidentFilter.All, Middle, AccessPolicy.Local, SmallCity.None));
        Assert.Empty(await reader.FeaturesAsync("any", [], [], Middle, SmallCity.None));
    }

    [Fact]
    public async Task Features_keep_their_attributes_as_numbers_and_texts()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var (minX, minY, maxX, maxY) = Middle.Bounds();
        Point centre = new((minX + maxX) / 2, (minY + maxY) / 2) { SRID = 3857 };
        Point beyond = new(maxX + (maxX - minX), minY) { SRID = 3857 };

        var tile = await new TileReader(database).FeaturesAsync("bins", [centre, beyond], ["""{"count":12,"z":1.5,"id":"c1r2","none":null}""", """{"count":1}"""], Middle, SmallCity.None);

        var feature = VectorTile.Read(tile).Layers.Single(layer => layer.Name == "bins").Features.Single();
        Assert.Equal((1, 2048, 2048), (feature.Kind, feature.X, feature.Y));
        Assert.Equal((12L, 1.5, "c1r2", false), ((long)feature.Attributes["count"], (double)feature.Attributes["z"], (string)feature.Attributes["id"], feature.Attributes.ContainsKey("none")));
    }

    [Fact]
    public async Task Role_that_sees_counts_only_gets_no_single_incidents()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => new TileReader(database).IncidentsAsync(city, IncidentFilter.All, Middle, new AccessPolicy("counts", 5, SeesRows: false), SmallCity.None));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(12, 853, 1554)]
    [InlineData(22, 4194303, 0)]
    public async Task Bounds_are_those_of_ST_TileEnvelope(int zoom, int x, int y)
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await using var command = database.Source.CreateCommand($"SELECT ST_TileEnvelope({zoom}, {x}, {y})");
        var oracle = ((NetTopologySuite.Geometries.Geometry)(await command.ExecuteScalarAsync())!).EnvelopeInternal;
        var (minX, minY, maxX, maxY) = TileAddress.Of(zoom, x, y).Bounds();

        Assert.Equal([oracle.MinX, oracle.MinY, oracle.MaxX, oracle.MaxY], new[] { minX, minY, maxX, maxY }, (a, b) => Math.Abs(a - b) < 1e-6);
    }
}
