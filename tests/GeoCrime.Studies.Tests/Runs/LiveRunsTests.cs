using System.Collections.Concurrent;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Runs;

public class LiveRunsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Equal_requests_that_meet_share_one_computation()
    {
        var runs = new LiveRuns();
        using var gate = new ManualResetEventSlim();
        var computed = 0;
        var both = Enumerable.Range(0, 2).Select(_ => runs.GetAsync("same", token =>
        {
            gate.Wait(token);
            return $"answer {Interlocked.Increment(ref computed)}";
        }, None)).ToArray();
        gate.Set();
        Assert.Equal(["answer 1", "answer 1"], await Task.WhenAll(both));
        Assert.Equal("answer 1", await runs.GetAsync("same", _ => "new", None));
    }

    [Fact]
    public async Task Other_keys_are_computed_apart()
    {
        var runs = new LiveRuns();
        Assert.Equal("a", await runs.GetAsync("1", _ => "a", None));
        Assert.Equal("b", await runs.GetAsync("2", _ => "b", None));
    }

    [Fact]
    public async Task Who_leaves_does_not_stop_the_others()
    {
        var runs = new LiveRuns();
        using var gate = new ManualResetEventSlim();
        using var leaver = new CancellationTokenSource();
        string Compute(CancellationToken token)
        {
            gate.Wait(token);
            return "answer";
        }

        var leaving = runs.GetAsync("key", Compute, leaver.Token);
        var staying = runs.GetAsync("key", Compute, None);
        await leaver.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        gate.Set();
        Assert.Equal("answer", await staying);
    }

    [Fact]
    public async Task When_all_have_left_the_computation_is_told_to_stop_and_not_kept()
    {
        var runs = new LiveRuns();
        using var leaver = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        string Compute(CancellationToken token)
        {
            started.SetResult();
            token.WaitHandle.WaitOne();
            stopped.SetResult();
            token.ThrowIfCancellationRequested();
            return "never";
        }

        Task[] waiting = [runs.GetAsync("key", Compute, leaver.Token), runs.GetAsync("key", Compute, leaver.Token)];
        await started.Task;
        await leaver.CancelAsync();
        await stopped.Task;
        foreach (var each in waiting)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => each);
        Assert.Equal("afresh", await runs.GetAsync("key", _ => "afresh", None));
    }

    [Fact]
    public async Task A_failure_is_reported_to_all_and_computed_again()
    {
        var runs = new LiveRuns();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => runs.GetAsync<string>("key", _ => throw new InvalidOperationException("broken"), None));
        Assert.Equal("broken", failure.Message);
        Assert.Equal("well", await runs.GetAsync("key", _ => "well", None));
    }

    [Fact]
    public async Task A_computation_that_was_pushed_out_and_then_left_does_not_take_a_newer_one_with_it()
    {
        var runs = new LiveRuns(capacity: 1);
        using var gate = new ManualResetEventSlim();
        using var leaver = new CancellationTokenSource();
        var old = runs.GetAsync("key", token =>
        {
            gate.Wait(token);
            return "old";
        }, leaver.Token);
        await runs.GetAsync("other", _ => "pushes the old one out", None);
        Assert.Equal("newer", await runs.GetAsync("key", _ => "newer", None));
        await leaver.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => old);
        Assert.Equal("newer", await runs.GetAsync("key", _ => "computed a third time", None));
    }

    [Fact]
    public async Task Beyond_capacity_the_least_recently_used_result_goes_first()
    {
        var runs = new LiveRuns(capacity: 2);
        var computed = new ConcurrentQueue<string>();
        async Task Ask(string key) => await runs.GetAsync(key, _ =>
        {
            computed.Enqueue(key);
            return key;
        }, None);

        foreach (var key in new[] { "a", "b", "a", "c", "a", "b" })
            await Ask(key);
        Assert.Equal(["a", "b", "c", "b"], computed);
    }
}
