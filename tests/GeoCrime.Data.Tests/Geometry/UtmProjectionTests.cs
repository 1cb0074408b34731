using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Geometry;

public class UtmProjectionTests(PostGisFixture postGis)
{
    [Theory]
    [InlineData(32613)]
    [InlineData(32610)]
    [InlineData(32616)]
    [InlineData(32631)]
    [InlineData(32660)]
    [InlineData(32701)]
    [InlineData(32756)]
    public async Task Projection_agrees_with_PROJ_to_a_millimetre(int srid)
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var random = new Random(srid);
        var west = ((srid % 100) * 6) - 186;
        var south = srid > 32700;
        // The zone and half a degree beyond its edges: cities lie across them.
        var points = Enumerable.Range(0, 500).Select(_ => (Longitude: west - 0.5 + (7 * random.NextDouble()), Latitude: (south ? -1 : 1) * 80 * random.NextDouble())).ToList();
        await using var command = database.Source.CreateCommand($"SELECT ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), {srid}) FROM unnest($1::float8[], $2::float8[]) p (lon, lat)");
        command.Parameters.Add(new() { Value = points.Select(point => point.Longitude).ToArray() });
        command.Parameters.Add(new() { Value = points.Select(point => point.Latitude).ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var projection = UtmProjection.Of(srid);
        foreach (var (longitude, latitude) in points)
        {
            await reader.ReadAsync();
            var oracle = reader.GetFieldValue<NetTopologySuite.Geometries.Point>(0);
            var (x, y) = projection.ToMetres(longitude, latitude);
            Assert.True(Math.Abs(x - oracle.X) < 1e-3 && Math.Abs(y - oracle.Y) < 1e-3, $"{longitude} {latitude}: {x} {y}, PROJ {oracle.X} {oracle.Y}");
            var (backLongitude, backLatitude) = projection.ToDegrees(x, y);
            // 1e-8° is about a millimetre; beyond the antimeridian the same meridian has another number.
            Assert.Equal((0, latitude), (Math.IEEERemainder(backLongitude - longitude, 360), backLatitude), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-8 && Math.Abs(a.Item2 - b.Item2) < 1e-8);
        }
    }

    [Fact]
    public void Shared_projection_gives_the_same_to_all_threads()
    {
        var projection = UtmProjection.Of(32613);
        var expected = projection.ToMetres(-104.9, 39.7);

        Parallel.For(0, 20_000, index =>
        {
            projection.ToMetres(-105 + (index % 100 / 100.0), 39);
            Assert.Equal(expected, projection.ToMetres(-104.9, 39.7));
        });
    }

    [Theory]
    [InlineData(-104.99, 39.74, 32613)]
    [InlineData(-122.42, 37.77, 32610)]
    [InlineData(151.2, -33.87, 32756)]
    [InlineData(-180, 0, 32601)]
    [InlineData(180, 10, 32660)]
    public void Zone_is_that_of_the_position(double longitude, double latitude, int srid) =>
        Assert.Equal(srid, UtmProjection.ZoneOf(longitude, latitude));

    [Theory]
    [InlineData(4326)]
    [InlineData(32600)]
    [InlineData(32661)]
    [InlineData(32700)]
    public void Other_systems_are_refused_by_name(int srid)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => UtmProjection.Of(srid));
        Assert.Contains("32601…32660 and 32701…32760", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{srid}", error.Message, StringComparison.Ordinal);
    }
}
