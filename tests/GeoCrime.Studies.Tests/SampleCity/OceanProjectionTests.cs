using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Domain;
using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Studies.Tests.SampleCity;

public class OceanProjectionTests
{
    [Fact]
    public void The_origin_is_27_west_45_north() => Assert.Equal((-27.0, 45.0), OceanProjection.ToDegrees(new PlanePoint(0, 0)));

    [Fact]
    public void Positions_agree_with_ProjNet_to_the_seventh_decimal()
    {
        var utm = UtmProjection.Of(OceanProjection.Epsg);
        var metres = Gen.Choose(-8_000, 8_000).Select(n => n + 0.123).ToArbitrary();
        Prop.ForAll(metres, metres, (x, y) =>
        {
            var (longitude, latitude) = OceanProjection.ToDegrees(new PlanePoint(x, y));
            var peer = utm.ToDegrees(OceanProjection.OriginEasting + x, OceanProjection.OriginNorthing + y);
            // Half a unit of the seventh decimal from rounding, and a little for the origin's northing, given to 0.1 m.
            return Math.Abs(longitude - peer.Longitude) < 1e-7 && Math.Abs(latitude - peer.Latitude) < 1e-7;
        }).QuickCheckThrowOnFailure();
    }
}
