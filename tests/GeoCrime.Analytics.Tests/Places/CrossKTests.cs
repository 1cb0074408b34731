using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Places;

namespace GeoCrime.Analytics.Tests.Places;

public class CrossKTests
{
    private static readonly double[] Metres = [50, 100, 200];

    /// <summary>Three events, two places: distances 0, 60 and 150 to the first place, farther than 200 to the second.</summary>
    [Fact]
    public void Mean_places_within_reach_by_hand() => Assert.Equal(
        [1 / 3.0, 2 / 3.0, 1], CrossK.Run([0, 60, 150], [0, 0, 0], [0, 1000], [0, 0], [500], [500], Metres).Select(row => row.PlacesPerEvent));

    [Fact]
    public void Any_points_have_the_sums_of_the_double_loop() => Prop.ForAll(PlanarSamples.Any, points =>
    {
        var places = PlanarSamples.Uniform(15, 20, 1);
        double[] metres = [1, 2.5, 6];
        var rows = CrossK.Run(points.X, points.Y, places.X, places.Y, [1], [1], metres, 19);
        return metres.Select((distance, band) =>
        {
            var pairs = 0;
            for (var i = 0; i < points.X.Length; i++)
                pairs += Enumerable.Range(0, 15).Count(j => Math.Sqrt(Math.Pow(points.X[i] - places.X[j], 2) + Math.Pow(points.Y[i] - places.Y[j], 2)) <= distance);
            return Math.Abs(rows[band].PlacesPerEvent - (double)pairs / Math.Max(1, points.X.Length)) < 1e-12;
        }).All(equal => equal);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Events_drawn_around_places_leave_the_envelope_and_others_do_not()
    {
        var places = PlanarSamples.Uniform(40, 5000, 2);
        var ground = PlanarSamples.Uniform(20_000, 5000, 3);
        var random = new Random(4);
        double[] nearX = [.. Enumerable.Range(0, 200).Select(i => places.X[i % 40] + random.Next(-40, 40))], nearY = [.. Enumerable.Range(0, 200).Select(i => places.Y[i % 40] + random.Next(-40, 40))];
        var near = CrossK.Run(nearX, nearY, places.X, places.Y, ground.X, ground.Y, Metres, 199);
        Assert.All(near, row => Assert.True(row.PlacesPerEvent > row.Upper && row.P == 2 / 200.0, $"{row}"));
        var elsewhere = PlanarSamples.Uniform(200, 5000, 5);
        Assert.All(CrossK.Run(elsewhere.X, elsewhere.Y, places.X, places.Y, ground.X, ground.Y, Metres, 199), row => Assert.True(row.P > 0.02, $"{row}"));
    }

    [Fact]
    public void Events_that_are_the_candidates_lie_at_the_middle_of_the_envelope()
    {
        var ground = PlanarSamples.Uniform(500, 2000, 6);
        var places = PlanarSamples.Uniform(60, 2000, 7);
        Assert.All(CrossK.Run(ground.X, ground.Y, places.X, places.Y, ground.X, ground.Y, Metres, 199), row =>
        {
            Assert.InRange(row.PlacesPerEvent, row.Lower, row.Upper);
            Assert.Equal(1, row.Expected / row.PlacesPerEvent, 0.05);
        });
    }

    [Fact]
    public void The_seed_alone_decides_at_any_number_of_threads()
    {
        var (a, b, c) = (PlanarSamples.Uniform(50, 1000, 1), PlanarSamples.Uniform(20, 1000, 2), PlanarSamples.Uniform(300, 1000, 3));
        IReadOnlyList<CrossKRow> Run() => CrossK.Run(a.X, a.Y, b.X, b.Y, c.X, c.Y, Metres, 99, seed: 5);
        Assert.Equal(Run(), SingleThread.Run(Run));
    }

    [Fact]
    public void No_events_and_no_places_stand_out_from_nothing()
    {
        Assert.All(CrossK.Run([], [], [1], [1], [1], [1], Metres), row => Assert.Equal((0, 1), (row.PlacesPerEvent, row.P)));
        Assert.All(CrossK.Run([1], [1], [], [], [1], [1], Metres), row => Assert.Equal((0, 1), (row.PlacesPerEvent, row.P)));
    }

    [Fact]
    public void Misuse_is_refused_with_the_value()
    {
        static string Message(Action run) => Assert.ThrowsAny<ArgumentException>(run).Message;
        Assert.StartsWith("There is no candidate", Message(() => CrossK.Run([1], [1], [1], [1], [], [], Metres)), StringComparison.Ordinal);
        Assert.StartsWith("Distance 2 is 10", Message(() => CrossK.Run([1], [1], [1], [1], [1], [1], [20, 10])), StringComparison.Ordinal);
        Assert.StartsWith("At least one distance", Message(() => CrossK.Run([1], [1], [1], [1], [1], [1], [])), StringComparison.Ordinal);
        Assert.StartsWith("x[0] is NaN", Message(() => CrossK.Run([double.NaN], [1], [1], [1], [1], [1], Metres)), StringComparison.Ordinal);
        Assert.Contains("simulations", Message(() => CrossK.Run([1], [1], [1], [1], [1], [1], Metres, 9)), StringComparison.Ordinal);
        Assert.Contains("level", Message(() => CrossK.Run([1], [1], [1], [1], [1], [1], Metres, level: 1)), StringComparison.Ordinal);
    }
}
