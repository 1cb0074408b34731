using GeoCrime.Analytics.Evaluation.Places;
using GeoCrime.Analytics.SpaceTime;

namespace GeoCrime.Analytics.Tests.SpaceTime;

public class HawkesProcessTests
{
    /// <summary>Some 2,500 events; the standard errors of θ, ω and σ are then about 3, 5 and 3 %, and the kernel background leaves a bias of the same size.</summary>
    [Theory]
    [InlineData(0.4, 0.2, 50, 1)]
    [InlineData(0.2, 0.5, 30, 2)]
    [InlineData(0.6, 0.1, 80, 3)]
    public void Known_parameters_are_recovered(double branching, double decay, double spread, int seed)
    {
        var (x, y, days) = HawkesSimulation.Draw(2, branching, decay, spread, 700, seed);
        var fit = HawkesProcess.Fit(x, y, days, 0, 700);
        Assert.True(fit.Converged);
        Assert.Equal(branching, fit.Branching, 0.08);
        Assert.Equal(1, fit.DecayPerDay / decay, 0.3);
        Assert.Equal(1, fit.SpreadMetres / spread, 0.2);
    }

    /// <summary>The background's kernel spills over the square's edge, where triggering then stands in for it: some 0.1 here, not 0.</summary>
    [Fact]
    public void Events_that_know_nothing_of_each_other_hardly_trigger()
    {
        var (x, y, days) = HawkesSimulation.Draw(3, 0, 1, 1, 700, 4);
        Assert.InRange(HawkesProcess.Fit(x, y, days, 0, 700).Branching, 0, 0.2);
    }

    [Fact]
    public void Expected_events_add_up_to_background_and_what_is_still_to_come()
    {
        var (x, y, days) = HawkesSimulation.Draw(2, 0.4, 0.2, 50, 400, 5);
        var fit = HawkesProcess.Fit(x, y, days, 0, 400);
        var lattice = Squares(100, -3000, 100);
        var triggered = days.Where(day => 400 - day < 90).Sum(day => fit.Branching * Math.Exp(-fit.DecayPerDay * (400 - day)) * (1 - Math.Exp(-fit.DecayPerDay * 28)));
        var background = fit.BackgroundShare.Sum() / 400 * 28;
        // Kernels are cut at four standard deviations: 6·10⁻⁵ of each axis is lost.
        Assert.Equal(1, fit.Expected(lattice, 400, 28).Sum() / (background + triggered), 5e-4);
    }

    [Fact]
    public void The_integral_over_cells_is_that_of_the_intensity()
    {
        var fit = HawkesProcess.Fit([0, 10, 500], [0, 0, 0], [0, 5, 9], 0, 10);
        var expected = fit.Expected(Squares(40, -1000, 50), 10, 7);
        // Midpoints of 5 × 5 m squares and quarter days over one cell, from (0, 0) to (50, 50).
        double Intensity(double x, double y, double t) => new[] { (0.0, 0.0, 0.0, 0), (10, 0, 5, 1), (500, 0, 9, 2) }.Sum(each =>
        {
            var square = Math.Pow(x - each.Item1, 2) + Math.Pow(y - each.Item2, 2);
            double h = fit.Options.BackgroundMetres, s = fit.SpreadMetres;
            return fit.BackgroundShare[each.Item4] / 10 * Math.Exp(-square / (2 * h * h)) / (2 * Math.PI * h * h)
                + fit.Branching * fit.DecayPerDay * Math.Exp(-fit.DecayPerDay * (t - each.Item3)) * Math.Exp(-square / (2 * s * s)) / (2 * Math.PI * s * s);
        });
        var sum = 0.0;
        for (var i = 0; i < 50; i++)
            for (var j = 0; j < 50; j++)
                for (var step = 0; step < 28; step++)
                    sum += Intensity(i + 0.5, j + 0.5, 10 + (step + 0.5) / 4) / 4;
        Assert.Equal(sum, expected[20 * 40 + 20], 1e-3 * sum);
    }

    [Fact]
    public void Degenerate_events_are_all_background()
    {
        foreach (var (x, y, days) in ((double[], double[], double[])[])[([], [], []), ([1], [1], [1]), ([1, 1, 1], [1, 1, 1], [2, 2, 2]), ([0, 1e7], [0, -1e7], [1, 2])])
        {
            var fit = HawkesProcess.Fit(x, y, days, 0, 10);
            Assert.Equal((0, true), (fit.Branching, fit.Converged));
            Assert.All(fit.BackgroundShare, share => Assert.Equal(1, share));
            Assert.All(fit.Expected(Squares(4, 0, 250), 10, 7), cell => Assert.True(double.IsFinite(cell)));
        }
    }

    [Fact]
    public void Events_that_all_repeat_one_place_stay_finite()
    {
        var days = Enumerable.Range(0, 400).Select(day => (double)day).ToArray();
        var fit = HawkesProcess.Fit(new double[400], new double[400], days, 0, 400);
        Assert.InRange(fit.Branching, 0, 0.99);
        Assert.Equal(fit.Options.LeastSpreadMetres, fit.SpreadMetres);
        Assert.All(fit.BackgroundShare, share => Assert.InRange(share, 0, 1));
    }

    [Fact]
    public void Misuse_is_refused_with_the_value()
    {
        static string Message(Action run) => Assert.ThrowsAny<ArgumentException>(run).Message;
        Assert.StartsWith("x[0] is NaN", Message(() => HawkesProcess.Fit([double.NaN], [0], [0], 0, 1)), StringComparison.Ordinal);
        Assert.StartsWith("There are 0 times for 1 events.", Message(() => HawkesProcess.Fit([0], [0], [], 0, 1)), StringComparison.Ordinal);
        Assert.StartsWith("days[1] is 1", Message(() => HawkesProcess.Fit([0, 0], [0, 0], [2, 1], 0, 3)), StringComparison.Ordinal);
        Assert.StartsWith("days[0] is 5", Message(() => HawkesProcess.Fit([0], [0], [5], 0, 3)), StringComparison.Ordinal);
        Assert.StartsWith("The observation [3, 3]", Message(() => HawkesProcess.Fit([0], [0], [3], 3, 3)), StringComparison.Ordinal);
        Assert.Contains("ReachMetres", Message(() => HawkesProcess.Fit([0], [0], [0], 0, 1, new HawkesOptions { ReachMetres = 0 })), StringComparison.Ordinal);
        var fit = HawkesProcess.Fit([0], [0], [5], 0, 10);
        Assert.Contains("last event, 5", Message(() => fit.Expected(Squares(2, 0, 1), 4, 1)), StringComparison.Ordinal);
        Assert.Contains("horizonDays", Message(() => fit.Expected(Squares(2, 0, 1), 10, 0)), StringComparison.Ordinal);
    }

    private static PlaceLattice Squares(int side, double corner, double metres) =>
        new(side, side, corner, corner, metres, [.. Enumerable.Repeat(true, side * side)]);
}
