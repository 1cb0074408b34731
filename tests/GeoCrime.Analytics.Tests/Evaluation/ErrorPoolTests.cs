using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class ErrorPoolTests
{
    [Fact]
    public void Bounds_take_the_ranks_that_the_formula_names()
    {
        var errors = Enumerable.Range(1, 99).Select(i => (double)i).ToArray();
        Assert.Equal((10, 90), ErrorPool.Bounds(errors, 80));
        Assert.Equal((2, 98), ErrorPool.Bounds(errors, 95));
    }

    [Fact]
    public void Too_few_errors_give_the_outermost() => Assert.Equal((-3, 4), ErrorPool.Bounds([-3, 1, 4], 95));

    [Fact]
    public void A_further_error_falls_inside_at_least_as_often_as_promised()
    {
        var random = new Random(1);
        var inside = 0;
        const int trials = 4000;
        for (var t = 0; t < trials; t++)
        {
            var errors = Enumerable.Range(0, 30).Select(_ => Math.Pow(random.NextDouble(), 3)).Order().ToArray();
            var (lower, upper) = ErrorPool.Bounds(errors, 80);
            var next = Math.Pow(random.NextDouble(), 3);
            inside += next >= lower && next <= upper ? 1 : 0;
        }
        // Ranks 3 and 28 of 30 hold 25/31 = 0.806; standard deviation of the share 0.006.
        Assert.InRange(inside / (double)trials, 0.78, 0.83);
    }

    [Fact]
    public void A_step_uses_its_neighbours_where_origins_are_few_and_none_where_they_are_many()
    {
        var few = Of([.. Enumerable.Range(0, 30).Select(h => (double)h)]);
        var pool = ErrorPool.Around(few, 10, 0);
        Assert.Equal(2 * 15, pool.Length);
        Assert.Equal([-17d, -3, 3, 17], [pool[0], pool[14], pool[15], pool[^1]]);
        Assert.Equal(2 * 8, ErrorPool.Around(few, 0, 0).Length);
        var many = Of([.. Enumerable.Repeat(new double[] { 1, 2, 3 }, 120)]);
        Assert.All(ErrorPool.Around(many, 1, 0), e => Assert.Equal(2, Math.Abs(e)));
    }

    [Fact]
    public void Missing_errors_and_the_origin_left_out_do_not_count()
    {
        var past = Of([1, double.NaN], [5, 6]);
        Assert.Equal([-6d, -5, -1, 1, 5, 6], ErrorPool.Around(past, 0, 0));
        Assert.Equal([-1d, 1], ErrorPool.Around(past, 0, 0, leftOut: 1));
        Assert.Equal([-1d, 1], ErrorPool.Around(past, 0, 0, origins: 1));
        Assert.Empty(ErrorPool.Around(Of(), 0, 0));
    }

    [Fact]
    public void Errors_grow_with_the_spread_of_the_forecast()
    {
        var past = Of([3, -3]);
        Assert.Equal(3 * ErrorPool.Spread(99), ErrorPool.Around(past, 0, 99)[^1], 1e-12);
        Assert.Equal(Math.Sqrt(1 + 400 + 400), ErrorPool.Spread(400), 1e-12);
    }

    // Forecasts of 0, so that counts are errors; below 0 only here.
    private static Backtest Of(params double[][] errors) => new(
        [.. errors.Select((_, o) => o + 1)], [.. errors.Select(path => new double[path.Length])], errors, [.. errors.Select((_, o) => o + 1)]);

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(double.NaN)]
    public void A_level_out_of_range_is_refused(double level) =>
        Assert.Contains("must lie between 0 and 100 per cent", Assert.Throws<ArgumentOutOfRangeException>(() => ErrorPool.Bounds([1], level)).Message);
}
