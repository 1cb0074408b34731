using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Density;

namespace GeoCrime.Studies.Tests.Density;

public class WebMercatorImageTests
{
    private const double EarthRadius = 6378137;

    // Denver near its zone's middle, Boston at an eastern edge (the grid is turned by 2°), Sydney in the south, Helsinki far north.
    public static TheoryData<int, double, double> Cities => new()
    {
        { 32613, -104.99, 39.74 },
        { 32619, -71.06, 42.36 },
        { 32756, 151.21, -33.87 },
        { 32635, 24.94, 60.17 },
    };

    [Theory]
    [MemberData(nameof(Cities))]
    public void Every_pixel_has_the_density_of_its_place(int srid, double longitude, double latitude)
    {
        var (projection, surface, hill) = Hill(srid, longitude, latitude);
        var image = WebMercatorImage.Of(surface, projection);
        var worst = 0.0;
        for (var row = 0; row < image.Height; row++)
            for (var column = 0; column < image.Width; column++)
            {
                var (x, y) = PlaceOf(image, column, row, projection);
                if (Inside(surface.Grid, x, y))
                    worst = Math.Max(worst, Math.Abs(hill(x, y) - image.Values[(row * image.Width) + column]));
            }
        Assert.InRange(worst, 0, 0.01 * hill(surface.Grid.CentreX(100), surface.Grid.CentreY(80)));
    }

    [Theory]
    [MemberData(nameof(Cities))]
    public void The_hill_stands_where_it_stands_on_the_ground(int srid, double longitude, double latitude)
    {
        var (projection, surface, _) = Hill(srid, longitude, latitude);
        var image = WebMercatorImage.Of(surface, projection);
        double sum = 0, sumX = 0, sumY = 0;
        for (var pixel = 0; pixel < image.Values.Length; pixel++)
        {
            var (x, y) = PlaceOf(image, pixel % image.Width, pixel / image.Width, projection);
            (sum, sumX, sumY) = (sum + image.Values[pixel], sumX + (image.Values[pixel] * x), sumY + (image.Values[pixel] * y));
        }
        Assert.InRange(Math.Abs((sumX / sum) - surface.Grid.CentreX(100)), 0, 0.5 * surface.Grid.CellMetres);
        Assert.InRange(Math.Abs((sumY / sum) - surface.Grid.CentreY(80)), 0, 0.5 * surface.Grid.CellMetres);
    }

    [Theory]
    [MemberData(nameof(Cities))]
    public void The_bounds_hold_the_whole_grid_and_little_more(int srid, double longitude, double latitude)
    {
        var (projection, surface, _) = Hill(srid, longitude, latitude);
        var (west, south, east, north) = WebMercatorImage.Bounds(surface.Grid, projection);
        var grid = surface.Grid;
        var (farX, farY) = (grid.OriginX + (grid.Columns * grid.CellMetres), grid.OriginY - (grid.Rows * grid.CellMetres));
        (double Longitude, double Latitude)[] corners = [projection.ToDegrees(grid.OriginX, grid.OriginY), projection.ToDegrees(farX, grid.OriginY), projection.ToDegrees(farX, farY), projection.ToDegrees(grid.OriginX, farY)];
        foreach (var corner in corners)
        {
            Assert.InRange(corner.Longitude, west, east);
            Assert.InRange(corner.Latitude, south, north);
        }
        // A parallel bulges by some metres over a city; a ten-thousandth of a degree is about ten.
        Assert.InRange(corners.Min(corner => corner.Longitude) - west, 0, 1e-4);
        Assert.InRange(north - corners.Max(corner => corner.Latitude), 0, 1e-4);
    }

    [Fact]
    public void Pixels_are_square_and_about_one_a_cell()
    {
        var (projection, surface, _) = Hill(32613, -104.99, 39.74);
        var image = WebMercatorImage.Of(surface, projection);
        Assert.Equal(surface.Grid.Columns, image.Width);
        var wide = (MercatorX(image.East) - MercatorX(image.West)) / image.Width;
        var high = (MercatorY(image.North) - MercatorY(image.South)) / image.Height;
        Assert.Equal(1, wide / high, 0.01);
    }

    [Fact]
    public void One_cell_makes_one_pixel()
    {
        var surface = new DensitySurface(new Grid(500_000, 4_400_050, 50, 1, 1), [7], 7);
        var image = WebMercatorImage.Of(surface, UtmProjection.Of(32613));
        Assert.Equal((1, 1, 7f), (image.Width, image.Height, image.Values.Single()));
    }

    /// <summary>A hill eight cells wide (sd) at column 100, row 80 of a grid of 200 × 160 cells of 50 m.</summary>
    private static (UtmProjection Projection, DensitySurface Surface, Func<double, double, double> Hill) Hill(int srid, double longitude, double latitude)
    {
        var projection = UtmProjection.Of(srid);
        var (x, y) = projection.ToMetres(longitude, latitude);
        var grid = Grid.Covering(x - 5000, y - 4000, x + 4999, y + 3999, 50);
        var (centreX, centreY) = (grid.CentreX(100), grid.CentreY(80));
        double Height(double east, double north) => 300 * Math.Exp(-(Math.Pow(east - centreX, 2) + Math.Pow(north - centreY, 2)) / (2 * 400 * 400));
        var values = Enumerable.Range(0, grid.Cells).Select(cell => (float)Height(grid.CentreX(cell % grid.Columns), grid.CentreY(cell / grid.Columns))).ToArray();
        return (projection, new DensitySurface(grid, values, values.Max()), Height);
    }

    private static (double X, double Y) PlaceOf(WebMercatorImage image, int column, int row, UtmProjection projection)
    {
        var x = MercatorX(image.West) + ((MercatorX(image.East) - MercatorX(image.West)) * (column + 0.5) / image.Width);
        var y = MercatorY(image.North) + ((MercatorY(image.South) - MercatorY(image.North)) * (row + 0.5) / image.Height);
        return projection.ToMetres(double.RadiansToDegrees(x / EarthRadius), double.RadiansToDegrees((2 * Math.Atan(Math.Exp(y / EarthRadius))) - (Math.PI / 2)));
    }

    private static bool Inside(Grid grid, double x, double y) =>
        x > grid.OriginX && x < grid.OriginX + (grid.Columns * grid.CellMetres) && y < grid.OriginY && y > grid.OriginY - (grid.Rows * grid.CellMetres);

    private static double MercatorX(double longitude) => EarthRadius * double.DegreesToRadians(longitude);

    private static double MercatorY(double latitude) => EarthRadius * Math.Log(Math.Tan((Math.PI / 4) + (double.DegreesToRadians(latitude) / 2)));
}
