using GeoCrime.Analytics.Staffing;

namespace GeoCrime.Analytics.Tests.Staffing;

public class QueueSimulationTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(1, 0.05)]
    [InlineData(2, 1.7)]
    [InlineData(5, 4)]
    [InlineData(12, 9.5)]
    public void The_formula_lies_within_the_simulations_own_intervals(int servers, double load)
    {
        var formula = ErlangC.MeanWait(servers, load);
        var runs = Enumerable.Range(0, 20).Select(stream => QueueSimulation.Run(servers, load, 0.5, 80_000, 1, stream)).ToList();
        // 19 of 20 on average; fewer than 15 would come by chance once in a thousand times even where skewed waits make it 18.
        Assert.InRange(runs.Count(run => run.Lower <= formula && formula <= run.Upper), 15, 20);
        Assert.All(runs, run => Assert.InRange(run.Upper!.Value - run.Lower!.Value, 0, 0.7 * formula));
        Assert.Equal(1, runs.Average(run => run.MeanWait) / formula, 0.03);
        Assert.Equal(ErlangC.ProbabilityWithin(servers, load, 0.5), runs.Average(run => run.WithinTarget), 0.01);
    }

    [Fact]
    public void Its_interval_holds_as_often_as_it_says()
    {
        var formula = ErlangC.MeanWait(3, 2.1);
        var held = Enumerable.Range(0, 400).Count(stream => QueueSimulation.Run(3, 2.1, 1, 4000, 1, stream) is { } run && run.Lower <= formula && formula <= run.Upper);
        // 95 % of 400 is 380, with a deviation of 4.4; waits are skewed, which costs the estimate of a ratio two or three points.
        Assert.InRange(held, 352, 398);
    }

    [Fact]
    public void Same_seed_same_figures_and_another_stream_others()
    {
        Assert.Equal(QueueSimulation.Run(2, 1.2, 1, 1000, 3, 4), QueueSimulation.Run(2, 1.2, 1, 1000, 3, 4));
        Assert.NotEqual(QueueSimulation.Run(2, 1.2, 1, 1000, 3, 4).MeanWait, QueueSimulation.Run(2, 1.2, 1, 1000, 3, 5).MeanWait);
    }

    [Fact]
    public void Too_few_cycles_give_no_interval()
    {
        var run = QueueSimulation.Run(1, 0.5, 1, 5, 1);
        Assert.Equal((null, null), (run.Lower, run.Upper));
        Assert.InRange(run.Calls, 5, 100);
    }

    [Fact]
    public void A_queue_that_hardly_ever_returns_is_not_waited_for()
    {
        var run = QueueSimulation.Run(1, 0.99999, 1, 1000, 1);
        Assert.InRange(run.Calls, 1000, 20_000);
    }

    [Fact]
    public void Misuse_is_named()
    {
        Assert.StartsWith("A load between 0 and the 2 servers can be simulated.", Assert.Throws<ArgumentOutOfRangeException>(() => QueueSimulation.Run(2, 2, 1, 10, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => QueueSimulation.Run(2, 0, 1, 10, 1));
        Assert.StartsWith("A wait target is 0 or more.", Assert.Throws<ArgumentOutOfRangeException>(() => QueueSimulation.Run(2, 1, -1, 10, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => QueueSimulation.Run(2, 1, 1, 0, 1));
        Assert.Throws<OperationCanceledException>(() => QueueSimulation.Run(2, 1, 1, 10, 1, 0, new CancellationToken(true)));
    }
}
