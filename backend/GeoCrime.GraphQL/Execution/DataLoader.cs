namespace GeoCrime.GraphQL.Execution;

/// <summary>Gathers the single loads of sibling fields into one batch, and remembers what it loaded for one request.</summary>
public sealed class DataLoader<TKey, TValue> : IBatch
    where TKey : notnull
{
    private readonly Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> _load;
    private readonly LoaderQueue _queue;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _known = [];
    private List<TKey> _waiting = [];

    internal DataLoader(
        Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> load, LoaderQueue queue, CancellationToken cancellation)
    {
        _load = load;
        _queue = queue;
        _cancellation = cancellation;
    }

    /// <summary>The value of a key; loaded with all keys that siblings ask for before the executor runs out of work.</summary>
    public Task<TValue?> LoadAsync(TKey key)
    {
        TaskCompletionSource<TValue?>? value;
        lock (_known)
        {
            if (_known.TryGetValue(key, out value))
                return value.Task;
            _known[key] = value = new TaskCompletionSource<TValue?>();
            _waiting.Add(key);
        }
        _queue.Enqueue(this);
        return value.Task;
    }

    async Task IBatch.RunAsync()
    {
        List<TKey> keys;
        lock (_known)
        {
            keys = _waiting;
            _waiting = [];
        }
        if (keys.Count == 0)
            return;
        try
        {
            var loaded = await _load(keys, _cancellation).ConfigureAwait(false);
            foreach (var key in keys)
                Source(key).SetResult(loaded.TryGetValue(key, out var value) ? value : default);
        }
        catch (Exception error)
        {
            // Each waiting field reports the failure as its own.
            foreach (var key in keys)
                Source(key).TrySetException(error);
        }
    }

    private TaskCompletionSource<TValue?> Source(TKey key)
    {
        lock (_known)
            return _known[key];
    }
}
