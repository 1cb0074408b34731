namespace GeoCrime.GraphQL.Execution;

/// <summary>A batch of loads that waits to be sent.</summary>
internal interface IBatch
{
    Task RunAsync();
}

/// <summary>
/// Decides when batches are sent: when the executor has walked all that it can without waiting. While it walks it holds
/// the queue; the last release sends what has gathered. Continuations of a batch run inside its completion, so loads
/// that they ask for gather in turn.
/// </summary>
internal sealed class LoaderQueue
{
    private readonly Dictionary<string, object> _loaders = [];
    private readonly Lock _lock = new();
    private HashSet<IBatch> _waiting = [];
    private int _holds;

    public T GetOrAdd<T>(string name, Func<T> create)
        where T : class
    {
        lock (_lock)
        {
            if (!_loaders.TryGetValue(name, out var loader))
                _loaders[name] = loader = create();
            return loader as T ?? throw new InvalidOperationException($"The loader \"{name}\" has other key and value types.");
        }
    }

    public void Enqueue(IBatch batch)
    {
        bool held;
        lock (_lock)
        {
            _waiting.Add(batch);
            held = _holds > 0;
        }
        // Asked for outside the executor's walk, by a resolver that had to wait: sent once the pool gets to it.
        if (!held)
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Send(), this, preferLocal: false);
    }

    public void Hold()
    {
        lock (_lock)
            _holds++;
    }

    public void Release()
    {
        lock (_lock)
            if (--_holds > 0)
                return;
        Send();
    }

    private void Send()
    {
        HashSet<IBatch> batches;
        lock (_lock)
        {
            if (_waiting.Count == 0 || _holds > 0)
                return;
            batches = _waiting;
            _waiting = [];
        }
        foreach (var batch in batches)
            _ = RunAsync(batch);
    }

    private async Task RunAsync(IBatch batch)
    {
        await batch.RunAsync().ConfigureAwait(false);
        Send();
    }
}
