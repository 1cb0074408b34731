using GeoCrime.Analytics.Evaluation.Places;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Evaluation.Places;

public class PlaceBacktestTests
{
    private static readonly PlaceLattice Lattice = new(10, 10, 0, 0, 100, [.. Enumerable.Range(0, 100).Select(square => square != 99)]);

    /// <summary>Twelve origins over a year, the last one 28 days before the end: as the peers' script spaces them (numpy.linspace, rounded to even).</summary>
    [Fact]
    public void Origins_are_those_of_the_peers_protocol() => Assert.Equal(
        [635.0, 666, 696, 727, 758, 788, 819, 849, 880, 911, 941, 972], PlaceBacktest.Origins(1000, 365, 28, 12));

    [Fact]
    public void No_predictor_sees_what_comes_after_its_origin()
    {
        var events = City(1);
        foreach (var predictor in All())
        {
            var cut = PlaceEvents.Of(Lattice, [.. events.Days.Where(day => day < 800)], events.X[..events.FirstAt(800)], events.Y[..events.FirstAt(800)]);
            Assert.Equal(predictor.Score(new PlaceHistory(cut, 800), 28), predictor.Score(new PlaceHistory(events, 800), 28));
        }
    }

    [Fact]
    public void Plain_counts_by_hand()
    {
        // Ages 5, 400 and 190 days in cells 0, 1 and 1; the last event comes after the origin.
        var past = new PlaceHistory(PlaceEvents.Of(Lattice, [995, 600, 810, 1000], [50, 150, 150, 50], [50, 50, 50, 50]), 1000);
        Assert.Equal([1.0, 2], PlainPlaces.AllHistory.Score(past, 28)[..2]);
        Assert.Equal([1.0, 1], PlainPlaces.LastYear.Score(past, 28)[..2]);
        var recent = PlainPlaces.Recent(100).Score(past, 28);
        Assert.Equal(Math.Pow(0.5, 0.05), recent[0], 1e-12);
        Assert.Equal(Math.Pow(0.5, 4) + Math.Pow(0.5, 1.9), recent[1], 1e-12);
    }

    /// <summary>A sum of samples of the Gaussian, cut at four deviations and scaled to 1, over every pair of cells.</summary>
    [Fact]
    public void Smoothing_is_the_double_sum()
    {
        var random = new Random(2);
        var values = Enumerable.Range(0, 99).Select(_ => (double)random.Next(4)).ToArray();
        var kernel = Enumerable.Range(-5, 11).Select(step => Math.Exp(-0.5 * step * step / (1.2 * 1.2))).ToArray();
        var smoothed = CellSmoothing.Gaussian(Lattice, values, 120);
        for (var cell = 0; cell < 99; cell++)
        {
            var expected = 0.0;
            for (var other = 0; other < 99; other++)
                if (Math.Abs(other / 10 - cell / 10) <= 5 && Math.Abs(other % 10 - cell % 10) <= 5)
                    expected += values[other] * kernel[other / 10 - cell / 10 + 5] * kernel[other % 10 - cell % 10 + 5] / kernel.Sum() / kernel.Sum();
            Assert.Equal(expected, smoothed[cell], 1e-12);
        }
    }

    [Fact]
    public void Where_cells_keep_their_rates_history_wins_and_the_adaptive_one_is_not_far_behind()
    {
        var events = City(3);
        var trials = PlaceBacktest.Run(events, PlaceBacktest.Origins(1400, 365, 28, 12), 28, [0.05], [PlainPlaces.AllHistory, PlainPlaces.Recent(30), new AdaptivePlaces()]);
        double Mean(string name) => trials.Where(trial => trial.Predictor == name).Average(trial => trial.Hits.Pai);
        Assert.True(Mean("all") > Mean("ewma30"), $"{Mean("all")} against {Mean("ewma30")}");
        Assert.True(Mean("adaptive") > 0.95 * Mean("all"), $"{Mean("adaptive")} against {Mean("all")}");
    }

    [Fact]
    public void The_order_of_threads_does_not_show() => Assert.Equal(
        PlaceBacktest.Run(City(4), [800, 900, 1000], 28, [0.01, 0.05], All()),
        SingleThread.Run(() => PlaceBacktest.Run(City(4), [800, 900, 1000], 28, [0.01, 0.05], All())));

    [Fact]
    public void Every_predictor_answers_on_no_event_one_event_and_all_in_one_place()
    {
        double[][] days = [[], [990], [.. Enumerable.Range(0, 1000).Select(day => (double)day)]];
        foreach (var predictor in All())
            foreach (var times in days)
            {
                var events = PlaceEvents.Of(Lattice, times, [.. times.Select(_ => 55.0)], [.. times.Select(_ => 55.0)]);
                Assert.All(predictor.Score(new PlaceHistory(events, 1000), 28), score => Assert.True(double.IsFinite(score), $"{predictor.Name}: {score}"));
            }
    }

    [Fact]
    public void Events_outside_the_cells_are_counted_and_left_out()
    {
        var events = PlaceEvents.Of(Lattice, [1, 2, 3, 4], [50, 1e7, 950, -1], [50, -1e7, 950, 50]);
        Assert.Equal((1, 3), (events.Days.Length, events.Outside));
    }

    [Fact]
    public void Origins_after_which_nothing_came_have_no_trials() =>
        Assert.Empty(PlaceBacktest.Run(PlaceEvents.Of(Lattice, [1], [50], [50]), [2], 28, [0.05], [PlainPlaces.AllHistory]));

    [Fact]
    public void Misuse_is_refused_with_the_value()
    {
        static string Message(Action run) => Assert.ThrowsAny<ArgumentException>(run).Message;
        Assert.Contains("above 0 and at most 1", Message(() => PlaceBacktest.Run(City(1), [800], 28, [0], [PlainPlaces.AllHistory])), StringComparison.Ordinal);
        Assert.Contains("horizon of 28 days", Message(() => PlaceBacktest.Origins(100, 20, 28, 3)), StringComparison.Ordinal);
        Assert.StartsWith("The mask has 3 values", Message(() => _ = new PlaceLattice(2, 2, 0, 0, 1, new bool[3])), StringComparison.Ordinal);
        Assert.StartsWith("It must be finite and > 0 metres.", Message(() => _ = new PlaceLattice(1, 1, 0, 0, 0, new bool[1])), StringComparison.Ordinal);
        Assert.StartsWith("There are 1 times for 2 events.", Message(() => PlaceEvents.Of(Lattice, [1], [1, 2], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("not be after the origin", Message(() => new PlaceHistory(City(1), 5).AsOf(6)), StringComparison.Ordinal);
    }

    private static IPlacePredictor[] All() =>
    [
        PlainPlaces.AllHistory, PlainPlaces.LastYear, PlainPlaces.Recent(60), PlainPlaces.Density(200), PlainPlaces.HotSpots, PlainPlaces.RiskLike,
        new HawkesPlaces(), new AdaptivePlaces(),
    ];

    /// <summary>Four years in which each cell keeps its own rate; a few cells hold most.</summary>
    private static PlaceEvents City(int seed)
    {
        var random = new Random(seed);
        var (days, x, y) = (new List<double>(), new List<double>(), new List<double>());
        for (var square = 0; square < 100; square++)
            for (var left = Poisson.Sample(random, 2 + 60 * Math.Exp(-square / 12.0)); left > 0; left--)
            {
                days.Add(random.NextDouble() * 1400);
                x.Add(square * 37 % 100 % 10 * 100 + random.NextDouble() * 100);
                y.Add(square * 37 % 100 / 10 * 100 + random.NextDouble() * 100);
            }
        var order = Enumerable.Range(0, days.Count).OrderBy(i => days[i]).ToArray();
        return PlaceEvents.Of(Lattice, [.. order.Select(i => days[i])], [.. order.Select(i => x[i])], [.. order.Select(i => y[i])]);
    }
}
