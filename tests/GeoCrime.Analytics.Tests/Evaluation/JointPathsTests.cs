using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class JointPathsTests
{
    [Fact]
    public void All_areas_take_the_same_origin_in_a_draw()
    {
        double[][] errors = [[1, 1], [-1, -1], [3, 3]];
        var totals = JointPaths.Totals([[10, 10], [20, 20]], [errors, errors], draws: 200, seed: 1);
        Assert.Equal([18d, 22, 26], totals[0].Distinct().Order());
        for (var d = 0; d < 200; d++)
            Assert.Equal(totals[0][d] + 20, totals[1][d]);
    }

    [Fact]
    public void Totals_are_never_negative() =>
        Assert.All(JointPaths.Totals([[1, 1]], [[[-5, -5], [0, 0]]], 50, 1)[0], t => Assert.InRange(t, 0, 2));

    [Fact]
    public void Fewer_origins_are_matched_from_the_last_one_back()
    {
        double[][] longer = [[100], [1], [2]], shorter = [[1], [2]];
        var totals = JointPaths.Totals([[0], [0]], [longer, shorter], 100, 1);
        for (var d = 0; d < 100; d++)
            Assert.Equal(totals[0][d] == 100 ? 2 : totals[0][d], totals[1][d]);
    }

    [Fact]
    public void An_area_without_origins_keeps_its_total() =>
        Assert.All(JointPaths.Totals([[2, 3]], [[]], 5, 1)[0], t => Assert.Equal(5, t));

    [Fact]
    public void The_seed_decides_the_draws()
    {
        double[][] errors = [.. Enumerable.Range(0, 20).Select(i => new double[] { i })];
        Assert.Equal(JointPaths.Totals([[0]], [errors], 50, 7)[0], JointPaths.Totals([[0]], [errors], 50, 7)[0]);
        Assert.NotEqual(JointPaths.Totals([[0]], [errors], 50, 7)[0], JointPaths.Totals([[0]], [errors], 50, 8)[0]);
    }

    [Fact]
    public void Unknown_steps_count_as_the_mean_of_the_known_ones() =>
        Assert.Equal([8d, 3], JointPaths.TotalErrors([[1, 3, double.NaN, 2], [double.NaN, double.NaN, double.NaN, 9], [0, 0, 3, 0]]));

    [Fact]
    public void Arrays_of_different_areas_are_refused() =>
        Assert.Equal("1 forecasts but errors of 2 areas", Assert.Throws<ArgumentException>(() => JointPaths.Totals([[1]], [[], []], 1, 1)).Message);
}
