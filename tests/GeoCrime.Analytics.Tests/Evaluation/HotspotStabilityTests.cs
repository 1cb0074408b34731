using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class HotspotStabilityTests
{
    private static readonly (double, double, double, double) Box = (0, 0, 6000, 6000);

    [Fact]
    public void A_strong_spot_is_hot_in_every_setting_and_quiet_ground_in_none()
    {
        var (x, y) = City(400);
        var found = Find([(x, y), (x, y)], [200, 300, 400]);
        Assert.Equal(3 * 9 * 2, found.Settings.Count);
        Assert.Equal((54, 0, 54), (found.Hot[0], found.Cold[0], found.Tested[0]));
        Assert.InRange(found.Hot[1], 0, 5);
    }

    [Fact]
    public void One_setting_gives_the_hot_spots_themselves()
    {
        var (x, y) = City(200);
        var grid = new SquareGrid(300);
        var units = new CellUnits<SquareGrid>(grid, [.. grid.CentredIn(0, 0, 6000, 6000)]);
        var bins = HotSpots.Find(units.Sum(x, y), units.Contiguity().WithSelf(), 0, 0).Bins;
        var centres = units.Cells.Select(cell => grid.Centre(cell)).ToArray();
        var found = HotspotStability.Find([(x, y)], [300], [0], Box, (_, _) => true, [.. centres.Select(centre => centre.X)], [.. centres.Select(centre => centre.Y)]);
        Assert.Equal(bins.Select(bin => bin > 0 ? 1 : 0), found.Hot);
        Assert.Equal(bins.Select(bin => bin < 0 ? 1 : 0), found.Cold);
    }

    [Fact]
    public void A_place_outside_the_city_is_tested_nowhere()
    {
        var (x, y) = City(100);
        var found = HotspotStability.Find([(x, y)], [200], [0, 0.5], Box, (px, _) => px < 3000, [5000, 1000], [1000, 1000]);
        Assert.Equal([0, 4], found.Tested);
    }

    [Fact]
    public void The_order_of_threads_does_not_show()
    {
        var (x, y) = City(100);
        Assert.Equal(Find([(x, y)], [200, 300]).Hot, SingleThread.Run(() => Find([(x, y)], [200, 300])).Hot);
    }

    [Fact]
    public void No_points_make_no_spot() => Assert.Equal([0, 0], Find([([], [])], [300]).Hot);

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.StartsWith("There are 0 windows, 1 cell sizes and 3 offsets", Assert.Throws<ArgumentException>(() => Find([], [300])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Find([([1], [1])], [0]));
    }

    private static HotspotStability Find(IReadOnlyList<(double[], double[])> windows, double[] cells) =>
        HotspotStability.Find(windows, cells, [0, 1 / 3.0, 2 / 3.0], Box, (_, _) => true, [3000, 500], [3000, 500]);

    /// <summary>Two thousand points anywhere, and more around (3000, 3000).</summary>
    private static (double[] X, double[] Y) City(int more)
    {
        var random = new Random(1);
        var everywhere = PlanarSamples.Uniform(2000, 6000, 2);
        return ([.. everywhere.X, .. Enumerable.Range(0, more).Select(_ => 2700 + random.NextDouble() * 600)], [.. everywhere.Y, .. Enumerable.Range(0, more).Select(_ => 2700 + random.NextDouble() * 600)]);
    }
}
