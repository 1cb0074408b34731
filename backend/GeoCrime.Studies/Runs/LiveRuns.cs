using GeoCrime.Domain;

namespace GeoCrime.Studies.Runs;

/// <summary>
/// Results of live runs (a planner dragging), kept while they are young and recomputed from their parameters when they are gone.
/// Equal requests that meet share one computation, which ends early only when all of them have gone.
/// </summary>
public sealed class LiveRuns(int capacity = 64)
{
    private readonly object gate = new();
    private readonly Dictionary<string, Entry> entries = [];
    private readonly LinkedList<string> recent = new();

    /// <summary>The result of a run, from memory or computed now on the thread pool.</summary>
    public Task<LiveRun<T>> GetAsync<T>(RunIdentity identity, Func<CancellationToken, T> compute, CancellationToken cancellationToken)
        where T : class =>
        GetAsync(identity.Id, token => Timed(identity, compute, token), cancellationToken);

    /// <summary>An intermediate result under a key that names all it depends on.</summary>
    public async Task<T> GetAsync<T>(string key, Func<CancellationToken, T> compute, CancellationToken cancellationToken)
        where T : class
    {
        Entry entry;
        lock (gate)
        {
            if (!entries.TryGetValue(key, out entry!))
            {
                entries[key] = entry = new Entry(compute);
                Trim();
            }
            entry.Waiters++;
            Touch(key);
        }
        try
        {
            return (T)await entry.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(key, entry);
        }
    }

    private void Leave(string key, Entry entry)
    {
        lock (gate)
        {
            var abandoned = --entry.Waiters == 0 && !entry.Task.IsCompleted;
            if (abandoned)
                entry.Cancel();
            // Only successes are worth keeping: a failure is computed again, and reported again.
            // By then the key may already stand for a newer computation, which stays.
            if ((abandoned || entry.Task.IsFaulted || entry.Task.IsCanceled) && entries.GetValueOrDefault(key) == entry)
            {
                entries.Remove(key);
                recent.Remove(key);
            }
        }
    }

    private void Touch(string key)
    {
        recent.Remove(key);
        recent.AddFirst(key);
    }

    private void Trim()
    {
        while (entries.Count > capacity && recent.Last is { } oldest)
        {
            recent.RemoveLast();
            entries.Remove(oldest.Value);
        }
    }

    private static LiveRun<T> Timed<T>(RunIdentity identity, Func<CancellationToken, T> compute, CancellationToken cancellationToken)
        where T : class
    {
        var started = DateTime.UtcNow;
        var result = compute(cancellationToken);
        return new LiveRun<T>(identity.ToRun(RunState.Succeeded, started, started, (DateTime.UtcNow - started).TotalSeconds), result);
    }

#pragma warning disable CA1001 // A token source without a timer holds nothing that needs disposing.
    private sealed class Entry
#pragma warning restore CA1001
    {
        private readonly CancellationTokenSource source = new();

        public Entry(Func<CancellationToken, object> compute)
        {
            var token = source.Token;
            Task = System.Threading.Tasks.Task.Run(() => compute(token), token);
        }

        public Task<object> Task { get; }

        public int Waiters { get; set; }

        public void Cancel() => source.Cancel();
    }
}

/// <summary>A finished live run and what it computed.</summary>
public sealed record LiveRun<T>(Run Run, T Result)
    where T : class;
