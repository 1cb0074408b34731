using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GeoCrime.Domain.Tests;

public class GeometryProjectionTests
{
    private static readonly UtmProjection Denver = UtmProjection.Of(32613);

    [Theory]
    [InlineData("POINT (-105 39.7)")]
    [InlineData("POLYGON ((-105 39.7, -104.9 39.7, -104.9 39.8, -105 39.7), (-104.95 39.71, -104.93 39.71, -104.93 39.72, -104.95 39.71))")]
    [InlineData("MULTIPOLYGON (((-105 39.7, -104.9 39.7, -104.9 39.8, -105 39.7)), ((-105.1 39.7, -105.05 39.7, -105.05 39.8, -105.1 39.7)))")]
    [InlineData("GEOMETRYCOLLECTION (POINT (-105 39.7), LINESTRING (-105 39.7, -104.9 39.75))")]
    [InlineData("POLYGON EMPTY")]
    public void Every_vertex_moves_and_comes_back(string text)
    {
        var degrees = new WKTReader().Read(text);
        var metres = Denver.ToMetres(degrees);
        Assert.Equal(degrees.Coordinates.Select(each => Denver.ToMetres(each.X, each.Y)), metres.Coordinates.Select(each => (each.X, each.Y)));
        // A millimetre.
        Assert.True(degrees.EqualsExact(Denver.ToDegrees(metres), 1e-8));
        Assert.Equal((32613, 4326), (metres.SRID, Denver.ToDegrees(metres).SRID));
    }

    [Fact]
    public void The_envelope_follows()
    {
        var degrees = new WKTReader().Read("LINESTRING (-105 39.7, -104.9 39.8)");
        // The envelope is cached: asked for before, it must not be the old one after.
        Assert.Equal(-105, degrees.EnvelopeInternal.MinX);
        Assert.Equal(500_000, Denver.ToMetres(degrees).EnvelopeInternal.MinX, 1e-3);
    }

    [Fact]
    public void Input_is_not_modified()
    {
        var degrees = new Point(-105, 39.7) { SRID = 4326 };
        Denver.ToMetres(degrees);
        Assert.Equal((-105, 39.7, 4326), (degrees.X, degrees.Y, degrees.SRID));
    }
}
