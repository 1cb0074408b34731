namespace GeoCrime.GraphQL.Execution;

/// <summary>What one request carries to its resolvers: services, values of the caller's own, loaders, cancellation.</summary>
/// <param name="services">Where resolvers may look services up; null for none.</param>
public sealed class RequestContext(IServiceProvider? services = null)
{
    private readonly Dictionary<Type, object> _values = [];

    /// <summary>Cancelled when the client leaves or the time limit is over; set by the engine.</summary>
    public CancellationToken CancellationToken { get; internal set; }

    internal LoaderQueue Loaders { get; set; } = new();

    /// <summary>Keeps one value per type for the resolvers, such as the caller's access policy; call before execution.</summary>
    public RequestContext With<T>(T value)
        where T : notnull
    {
        _values[typeof(T)] = value;
        return this;
    }

    /// <summary>A value kept by <see cref="With{T}"/>, else a service.</summary>
    /// <exception cref="InvalidOperationException">Neither exists.</exception>
    /// <exception cref="OperationCanceledException">The request is over, and the services may be gone with it.</exception>
    public T Get<T>()
        where T : notnull
    {
        CancellationToken.ThrowIfCancellationRequested();
        return _values.TryGetValue(typeof(T), out var value)
            ? (T)value
            : (T?)services?.GetService(typeof(T))
                ?? throw new InvalidOperationException($"The request holds no {typeof(T).Name} and no service provides one.");
    }

    /// <summary>The request's loader of that name; the first call makes it.</summary>
    /// <param name="load">Loads many keys at once; keys that it leaves out become the default of TValue.</param>
    public DataLoader<TKey, TValue> Loader<TKey, TValue>(
        string name, Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> load)
        where TKey : notnull =>
        Loaders.GetOrAdd(name, () => new DataLoader<TKey, TValue>(load, Loaders, CancellationToken));
}
