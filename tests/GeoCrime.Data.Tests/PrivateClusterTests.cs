using GeoCrime.Data;
using GeoCrime.Data.Cluster;
using GeoCrime.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostGisFixture))]

namespace GeoCrime.Data.Tests;

public class PrivateClusterTests(PostGisFixture postGis)
{
    [Fact]
    public async Task A_new_database_has_the_schema_and_typed_geometry()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await using var command = database.Source.CreateCommand("SELECT ST_GeomFromText('POINT(-104.9 39.7)', 4326)");

        var point = (NetTopologySuite.Geometries.Point)(await command.ExecuteScalarAsync())!;

        Assert.Equal((-104.9, 39.7, 4326), (point.X, point.Y, point.SRID));
        await using var tables = database.Source.CreateCommand("SELECT count(*) FROM geocrime.incident");
        Assert.Equal(0L, await tables.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Password_file_is_for_the_owner_alone_and_the_role_is_no_superuser()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await using var command = database.Source.CreateCommand("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
        Assert.False((bool)(await command.ExecuteScalarAsync())!);
        await using var fsync = database.Source.CreateCommand("SHOW fsync");
        Assert.Equal("on", await fsync.ExecuteScalarAsync());
        var password = new NpgsqlConnectionStringBuilder(database.ConnectionString).Password;
        Assert.Equal(48, password!.Length);
    }
}
