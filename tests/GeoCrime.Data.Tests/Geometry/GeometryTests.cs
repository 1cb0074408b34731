using GeoCrime.Data.Schema;
using GeoCrime.Tests;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using Npgsql;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace GeoCrime.Data.Tests.Geometry;

/// <summary>Each geometry goes to PostGIS and back; SQL builds the same one there, so PostGIS is the oracle.</summary>
public class GeometryTests(PostGisFixture postGis)
{
    [Theory]
    [InlineData("POINT(-104.9 39.7)", 4326)]
    [InlineData("POINT Z(1 2 3)", 32613)]
    [InlineData("POINT EMPTY", 4326)]
    [InlineData("LINESTRING(0 0, 1 1, 2 0)", 4326)]
    [InlineData("LINESTRING Z(0 0 1, 1 1 2)", 0)]
    [InlineData("LINESTRING EMPTY", 4326)]
    [InlineData("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1))", 3857)]
    [InlineData("POLYGON EMPTY", 4326)]
    [InlineData("MULTIPOINT((0 0), (1 1))", 4326)]
    [InlineData("MULTILINESTRING((0 0, 1 1), (2 2, 3 3))", 4326)]
    [InlineData("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", 4326)]
    [InlineData("GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 1))", 4326)]
    public async Task Geometry_is_the_same_on_both_sides(string wkt, int srid)
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await using var read = database.Source.CreateCommand("SELECT ST_GeomFromText($1, $2)");
        read.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = wkt }, new() { Value = srid } });
        var geometry = (NtsGeometry)(await read.ExecuteScalarAsync())!;

        await using var write = database.Source.CreateCommand("SELECT ST_OrderingEquals($1, ST_GeomFromText($2, $3)) AND ST_SRID($1) = $3 AND ST_NDims($1) = ST_NDims(ST_GeomFromText($2, $3)), ST_AsText($1)");
        write.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = geometry, DataTypeName = "geometry" }, new() { Value = wkt }, new() { Value = srid } });
        await using var row = await write.ExecuteReaderAsync();
        await row.ReadAsync();

        Assert.Equal(srid, geometry.SRID);
        Assert.True(row.GetBoolean(0), row.GetString(1));
    }

    [Fact]
    public async Task Height_is_kept()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await using var command = database.Source.CreateCommand("SELECT ST_GeomFromText('POINT Z(1 2 3)', 4326)");

        Assert.Equal(3, ((Point)(await command.ExecuteScalarAsync())!).Z);
    }

    [Fact]
    public async Task Null_and_arrays_pass()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await using var command = database.Source.CreateCommand("SELECT NULL::geometry, ARRAY[ST_MakePoint(1, 2), ST_MakePoint(3, 4)], $1::geometry[], ST_AsText(($1::geometry[])[2])");
        command.Parameters.Add(new NpgsqlParameter { Value = new NtsGeometry[] { new Point(5, 6), new Point(7, 8) }, DataTypeName = "geometry[]" });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();

        Assert.True(await row.IsDBNullAsync(0));
        Assert.Equal([1.0, 3.0], row.GetFieldValue<NtsGeometry[]>(1).Select(point => point.Coordinate.X));
        Assert.Equal([5.0, 7.0], row.GetFieldValue<NtsGeometry[]>(2).Select(point => point.Coordinate.X));
        Assert.Equal("POINT(7 8)", row.GetString(3));
    }

    [Fact]
    public async Task Large_geometry_is_read_whole_in_both_ways()
    {
        // Longer than any of Npgsql's buffers.
        await using var database = await postGis.CreateDatabaseAsync();
        await using var command = database.Source.CreateCommand("SELECT ST_Buffer(ST_MakePoint(0, 0), 1, 20000)");
        await using var connection = await database.Source.OpenConnectionAsync();
        using var another = new NpgsqlCommand(command.CommandText, connection);

        Assert.Equal(80_001, ((NtsGeometry)(await command.ExecuteScalarAsync())!).NumPoints);
#pragma warning disable CA1849 // The way that does not wait is the one under test.
        Assert.Equal(80_001, ((NtsGeometry)another.ExecuteScalar()!).NumPoints);
#pragma warning restore CA1849
    }

    [Fact]
    public async Task Reading_a_polygon_as_a_point_says_what_is_wrong()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await using var command = database.Source.CreateCommand("SELECT ST_Buffer(ST_MakePoint(0, 0), 1)");
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();

        var error = Assert.Throws<InvalidCastException>(() => row.GetFieldValue<Point>(0));
        Assert.Contains("Polygon", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entity_with_a_geometry_is_stored_and_read_by_EF_Core()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ring = new LinearRing([new(0, 0), new(1, 0), new(1, 1), new(0, 0)]);
        var shape = new MultiPolygon([new Polygon(ring)]) { SRID = 4326 };
        await using (var context = database.Context())
        {
            var jurisdiction = new JurisdictionRow { Code = "here", Name = "Here", TimeZone = "UTC", AnalysisSrid = 32631 };
            context.Add(jurisdiction);
            await context.SaveChangesAsync();
            var areas = new AreaSetRow { JurisdictionId = jurisdiction.Id, Kind = "ward", Label = "Ward", Source = "test", LoadedAt = DateTime.UtcNow, Current = true };
            context.Add(areas);
            await context.SaveChangesAsync();
            context.Add(new AreaRow { AreaSetId = areas.Id, Code = "a", Name = "A", Geometry = shape });
            await context.SaveChangesAsync();
        }
        await using var reading = database.Context();

        var stored = (await reading.Areas.AsNoTracking().SingleAsync()).Geometry;
        Assert.True(stored.EqualsExact(shape));
        Assert.Equal(4326, stored.SRID);
        await using var sql = database.Source.CreateCommand("SELECT ST_AsText(geom) FROM geocrime.area");
        Assert.Equal("MULTIPOLYGON(((0 0,1 0,1 1,0 0)))", await sql.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Column_refuses_a_geometry_of_another_reference_system()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await using var command = database.Source.CreateCommand("INSERT INTO geocrime.area (area_set_id, code, name, geom, square_kilometres) VALUES (1, 'a', 'a', $1, 0)");
        command.Parameters.Add(new NpgsqlParameter { Value = new MultiPolygon([]) { SRID = 3857 }, DataTypeName = "geometry" });

        var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Contains("SRID", error.MessageText, StringComparison.Ordinal);
    }
}
