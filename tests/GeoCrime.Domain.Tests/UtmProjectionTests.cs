using FsCheck;
using FsCheck.Fluent;

namespace GeoCrime.Domain.Tests;

public class UtmProjectionTests
{
    /// <summary>The class promises a millimetre.</summary>
    private const double Millimetre = 1e-3;

    /// <summary>A millimetre on the ground, in degrees of latitude.</summary>
    private const double MillimetreInDegrees = 1e-8;

    // ST_Transform of PostGIS 3.3.2 on PROJ 9.1.1, from EPSG:4326.
    public static TheoryData<double, double, int, double, double> Places => new()
    {
        { -104.9903, 39.7392, 32613, 500831.1304475778, 4398811.667587469 },
        { -122.4194, 37.7749, 32610, 551130.7684812841, 4180998.8814990623 },
        { -87.6298, 41.8781, 32616, 447741.9167171852, 4636433.68398047 },
        { -27.0, 45.0, 32626, 500000, 4982950.400226552 },
        { -26.9, 45.05, 32626, 507874.6717824098, 4988509.654321563 },
        { 151.2093, -33.8688, 32756, 334368.633648097, 6250948.345385009 },
        { -43.1729, -22.9068, 32723, 687394.5932911221, 7465634.127714328 },
        { 0.0, 0.0, 32631, 166021.44308054057, 0 },
        { 3.0, 0.0, 32631, 500000, 0 },
        { 5.9999, 59.99, 32631, 667339.7542028228, 6654092.317535459 },
        { 177.0, -80.0, 32760, 500000, 1118414.1840119045 },
        { -179.9, -16.5, 32701, 190396.1689887938, 8173529.420737794 },
        { 24.9384, 60.1699, 32635, 385611.3166863595, 6672118.380325005 },
        { 179.999, 10, 32660, 828818.9983282748, 1106907.8557225356 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Metres_are_those_of_Proj(double longitude, double latitude, int srid, double x, double y)
    {
        var metres = UtmProjection.Of(srid).ToMetres(longitude, latitude);
        Assert.Equal(x, metres.X, Millimetre);
        Assert.Equal(y, metres.Y, Millimetre);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Degrees_are_those_of_Proj(double longitude, double latitude, int srid, double x, double y)
    {
        var degrees = UtmProjection.Of(srid).ToDegrees(x, y);
        Assert.Equal(longitude, degrees.Longitude, MillimetreInDegrees / Math.Cos(double.DegreesToRadians(latitude)));
        Assert.Equal(latitude, degrees.Latitude, MillimetreInDegrees);
    }

    [Fact]
    public void The_meridian_arc_to_45_degrees_is_the_ellipsoids() =>
        // 4,984,944.378 m on WGS84 (Snyder 1987, formula 3-21), times the scale 0.9996 of the central meridian.
        Assert.Equal(0.9996 * 4_984_944.378, UtmProjection.Of(32613).ToMetres(-105, 45).Y, Millimetre);

    [Fact]
    public void East_is_500_km_on_every_central_meridian()
    {
        for (var zone = 1; zone <= 60; zone++)
            Assert.Equal(500_000, UtmProjection.Of(32600 + zone).ToMetres((6 * zone) - 183, 40).X, Millimetre);
    }

    [Fact]
    public void South_of_the_equator_northings_count_from_10000_km() =>
        Assert.Equal(
            10_000_000 - UtmProjection.Of(32633).ToMetres(14, 30).Y,
            UtmProjection.Of(32733).ToMetres(14, -30).Y,
            Millimetre);

    [Fact]
    public void There_and_back_is_the_same_place() =>
        Prop.ForAll(
            Gen.Choose(-180_000_000, 180_000_000).ToArbitrary(),
            Gen.Choose(-80_000_000, 84_000_000).ToArbitrary(),
            (microLongitude, microLatitude) =>
            {
                var (longitude, latitude) = (microLongitude / 1e6, microLatitude / 1e6);
                var projection = UtmProjection.Of(UtmProjection.ZoneOf(longitude, latitude));
                var (x, y) = projection.ToMetres(longitude, latitude);
                var back = projection.ToDegrees(x, y);
                return Math.Abs(back.Latitude - latitude) < MillimetreInDegrees
                    && Math.Abs(Math.IEEERemainder(back.Longitude - longitude, 360)) < MillimetreInDegrees / Math.Cos(double.DegreesToRadians(latitude));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData(-180, 10, 32601)]
    [InlineData(180, 10, 32660)]
    [InlineData(-174.000001, 10, 32601)]
    [InlineData(-174, 10, 32602)]
    [InlineData(-104.9903, 39.7392, 32613)]
    [InlineData(0, 0, 32631)]
    [InlineData(-0.001, -0.001, 32730)]
    public void A_zone_holds_its_western_meridian_and_the_equator_is_north(double longitude, double latitude, int srid) =>
        Assert.Equal(srid, UtmProjection.ZoneOf(longitude, latitude));

    [Theory]
    [InlineData(4326)]
    [InlineData(32600)]
    [InlineData(32661)]
    [InlineData(32700)]
    [InlineData(32761)]
    public void Other_codes_are_refused(int srid)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => UtmProjection.Of(srid));
        Assert.Contains("32601…32660 and 32701…32760", error.Message, StringComparison.Ordinal);
        Assert.Equal(srid, error.ActualValue);
    }

    [Fact]
    public void The_first_and_last_zones_are_there() =>
        Assert.Equal([32601, 32660, 32701, 32760], new[] { 32601, 32660, 32701, 32760 }.Select(code => UtmProjection.Of(code).Srid));

    [Fact]
    public void What_is_no_position_gives_no_position() =>
        Assert.True(double.IsNaN(UtmProjection.Of(32613).ToMetres(double.NaN, 40).X));

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var projection = UtmProjection.Of(32613);
        (double X, double Y) At(int number) => projection.ToMetres(-105 + (number % 100 * 0.01), 39 + (number * 1e-5));
        var alone = Enumerable.Range(0, 20_000).Select(At).ToArray();
        Assert.Equal(alone, Enumerable.Range(0, 20_000).AsParallel().AsOrdered().Select(At).ToArray());
    }
}
