using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.SpaceTime;

namespace GeoCrime.Analytics.Tests.SpaceTime;

public class KnoxTestTests
{
    private static readonly double[] Metres = [0, 100, 250];
    private static readonly int[] Days = [0, 7, 14];

    /// <summary>By hand: A (0,0) day 0; B (0,0) day 7; C (60,80) day 8; D (1000,0) day 0. A–B same place in 1–7 days; A–C 100 m, 8 days; B–C 100 m, 1 day.</summary>
    [Fact]
    public void Four_events_by_hand()
    {
        var bands = KnoxTest.Run([0, 0, 60, 1000], [0, 0, 80, 0], [0, 7, 8, 0], Metres, Days, permutations: 9);
        Assert.Equal([0L, 1, 0, 0, 1, 1, 0, 0, 0], bands.Select(band => band.Pairs));
        Assert.Equal((0.0, 100.0, 8, 14), (bands[5].FromMetres, bands[5].ToMetres, bands[5].FromDays, bands[5].ToDays));
    }

    [Fact]
    public void Manhattan_distance_goes_around_the_corner() =>
        Assert.Equal([0L, 0, 0, 0, 0, 0, 0, 0, 1],
            KnoxTest.Run([0, 0, 60], [0, 0, 80], [0, 30, 8], Metres, Days, DistanceMetric.Manhattan, 9).Select(band => band.Pairs));

    [Fact]
    public void Any_events_have_the_pairs_of_the_double_loop() => Prop.ForAll(PlanarSamples.Any, Gen.Choose(0, 2).ToArbitrary(), (points, spread) =>
    {
        int[] days = [.. points.X.Select((x, i) => (int)(x * 7 + points.Y[i] * 3) % (1 + spread * 20))];
        foreach (var metric in Enum.GetValues<DistanceMetric>())
        {
            double[] metres = [0, 1, 2.5];
            int[] limits = [0, 3, 9];
            var expected = new long[9];
            for (var i = 0; i < points.X.Length; i++)
                for (var j = i + 1; j < points.X.Length; j++)
                {
                    double dx = Math.Abs(points.X[i] - points.X[j]), dy = Math.Abs(points.Y[i] - points.Y[j]);
                    var far = Array.FindIndex(metres, limit => (metric == DistanceMetric.Manhattan ? dx + dy : Math.Sqrt(dx * dx + dy * dy)) <= limit);
                    var late = Array.FindIndex(limits, limit => Math.Abs(days[i] - days[j]) <= limit);
                    if (far >= 0 && late >= 0)
                        expected[far * 3 + late]++;
                }
            if (!KnoxTest.Run(points.X, points.Y, days, metres, limits, metric, 1).Select(band => band.Pairs).SequenceEqual(expected))
                return false;
        }
        return true;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Planted_repeats_stand_out_and_chance_does_not()
    {
        var random = new Random(5);
        var (x, y, days) = (new List<double>(), new List<double>(), new List<int>());
        for (var i = 0; i < 300; i++)
        {
            double px = random.NextDouble() * 5000, py = random.NextDouble() * 5000;
            var day = random.Next(365);
            (x, y, days) = ([.. x, px], [.. y, py], [.. days, day]);
            if (i % 3 == 0)
                (x, y, days) = ([.. x, px + 40], [.. y, py], [.. days, day + 1 + random.Next(6)]);
        }
        var planted = KnoxTest.Run([.. x], [.. y], [.. days], [100, 200, 400], [7, 14, 28], permutations: 199, seed: 2);
        Assert.Equal(1 / 200.0, planted[0].P);
        Assert.True(planted[0].Ratio > 3, $"ratio {planted[0].Ratio}");
        Assert.All(planted.Skip(1), band => Assert.True(band.P > 0.01, $"{band}"));
    }

    [Fact]
    public void The_seed_alone_decides_at_any_number_of_threads()
    {
        var points = PlanarSamples.Uniform(400, 2000, 3);
        int[] days = [.. Enumerable.Range(0, 400).Select(i => i * 37 % 200)];
        IReadOnlyList<KnoxBand> Run(int seed) => KnoxTest.Run(points.X, points.Y, days, Metres, Days, permutations: 99, seed: seed);
        var all = Run(1);
        Assert.Equal(all, Run(1));
        Assert.Equal(all, SingleThread.Run(() => Run(1)));
        Assert.NotEqual(all, Run(2));
    }

    [Fact]
    public void A_million_events_on_one_corner_are_counted_without_pairs()
    {
        var days = Enumerable.Range(0, 1_000_000).Select(i => i % 1000).ToArray();
        var band = KnoxTest.Run(new double[days.Length], new double[days.Length], days, [100], [0], permutations: 1).Single();
        // 1000 days of 1000 events each.
        Assert.Equal(1000L * 1000 * 999 / 2, band.Pairs);
        Assert.Equal((band.Pairs, 1.0, 1.0), (band.Expected, band.Ratio, band.P));
    }

    [Fact]
    public void None_and_one_event_have_no_pairs()
    {
        Assert.All(KnoxTest.Run([], [], [], Metres, Days, permutations: 9), band => Assert.Equal((0, 1.0), (band.Pairs, band.P)));
        Assert.All(KnoxTest.Run([1], [1], [1], Metres, Days, permutations: 9), band => Assert.True(double.IsNaN(band.Ratio)));
    }

    [Fact]
    public void An_event_ten_thousand_kilometres_away_changes_nothing()
    {
        var bands = KnoxTest.Run([0, 0, 60, 1e7], [0, 0, 80, -1e7], [0, 7, 8, 0], Metres, Days, permutations: 9);
        Assert.Equal([0L, 1, 0, 0, 1, 1, 0, 0, 0], bands.Select(band => band.Pairs));
    }

    [Fact]
    public void Misuse_is_refused_with_the_value()
    {
        static string Message(Action run) => Assert.ThrowsAny<ArgumentException>(run).Message;
        Assert.StartsWith("x[1] is NaN", Message(() => KnoxTest.Run([0, double.NaN], [0, 0], [0, 0], Metres, Days)), StringComparison.Ordinal);
        Assert.StartsWith("There are 1 days for 2 events.", Message(() => KnoxTest.Run([0, 1], [0, 0], [0], Metres, Days)), StringComparison.Ordinal);
        Assert.StartsWith("Limit 2 is 50", Message(() => KnoxTest.Run([0], [0], [0], [100, 50], Days)), StringComparison.Ordinal);
        Assert.StartsWith("Limit 1 is -1", Message(() => KnoxTest.Run([0], [0], [0], Metres, [-1])), StringComparison.Ordinal);
        Assert.StartsWith("The last distance limit must be > 0.", Message(() => KnoxTest.Run([0], [0], [0], [0], Days)), StringComparison.Ordinal);
        Assert.StartsWith("At least one band", Message(() => KnoxTest.Run([0], [0], [0], [], Days)), StringComparison.Ordinal);
        Assert.Contains("permutations", Message(() => KnoxTest.Run([0], [0], [0], Metres, Days, permutations: 0)), StringComparison.Ordinal);
    }
}
