using GeoCrime.Analytics.Places;

namespace GeoCrime.Analytics.Tests.Places;

public class PlaceDistanceTests
{
    /// <summary>A ground of 100 cells of 10 m in a row; the place lies at its western end. Two events within 100 m, one within 500, one beyond.</summary>
    [Fact]
    public void Four_events_on_a_line_by_hand()
    {
        var ground = Enumerable.Range(0, 100).Select(i => 10.0 * i + 5).ToArray();
        var table = PlaceDistance.Table([5, 95, 300, 900], [0, 0, 0, 0], [0], [0], ground, new double[100], 10, [100, 500]);
        Assert.Equal([2, 1, 1], table.Select(band => band.Events));
        Assert.Equal([10 * 1e-4, 40 * 1e-4, 50 * 1e-4], table.Select(band => Math.Round(band.SquareKilometres, 9)));
        Assert.Equal(2 / 0.001 / (4 / 0.01), table[0].Ratio, 1e-9);
        // P(two or more of four in a tenth of the ground) = 1 − 0.9⁴ − 4·0.1·0.9³ = 0.0523.
        Assert.Equal(2 * 0.0523, table[0].P, 1e-9);
        Assert.Equal((500, double.PositiveInfinity), (table[2].FromMetres, table[2].ToMetres));
    }

    [Fact]
    public void Bands_hold_every_event_and_all_the_ground()
    {
        var (events, places, ground) = (PlanarSamples.Uniform(300, 900, 1), PlanarSamples.Uniform(12, 900, 2), PlanarSamples.Uniform(1000, 900, 3));
        var table = PlaceDistance.Table(events.X, events.Y, places.X, places.Y, ground.X, ground.Y, 25, [50, 100, 200]);
        Assert.Equal(300, table.Sum(band => band.Events));
        Assert.Equal(1000 * 0.000625, table.Sum(band => band.SquareKilometres), 1e-9);
        Assert.Equal(table[0].Events, Enumerable.Range(0, 300).Count(i => Enumerable.Range(0, 12).Min(j => Math.Sqrt(Math.Pow(events.X[i] - places.X[j], 2) + Math.Pow(events.Y[i] - places.Y[j], 2))) <= 50));
    }

    [Fact]
    public void Without_places_all_lies_beyond_and_without_events_or_ground_nothing_differs()
    {
        var none = PlaceDistance.Table([1, 2], [1, 2], [], [], [1, 2], [1, 2], 10, [100]);
        Assert.Equal([0, 2], none.Select(band => band.Events));
        Assert.All(none, band => Assert.Equal(1, band.P));
        Assert.All(PlaceDistance.Table([], [], [1], [1], [1], [1], 10, [100]), band => Assert.Equal(1, band.P));
        Assert.All(PlaceDistance.Table([1], [1], [1], [1], [], [], 10, [100]), band => Assert.Equal((double.NaN, 1), (band.Ratio, band.P)));
    }

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PlaceDistance.Table([1], [1], [1], [1], [1], [1], 0, [100]));
        Assert.Throws<ArgumentException>(() => PlaceDistance.Table([1], [1], [1], [1], [1], [1], 10, [100, 100]));
    }
}
