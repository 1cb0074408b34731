using System.Collections.Concurrent;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>All bindings of an engine, by object type and by CLR type.</summary>
internal sealed class BindingTable
{
    private readonly Dictionary<ObjectType, ObjectBinding> _byType = [];
    private readonly ConcurrentDictionary<Type, ObjectBinding?> _byClrType = [];

    public IEnumerable<ObjectBinding> All => _byType.Values;

    public ObjectBinding? Of(ObjectType type) => _byType.GetValueOrDefault(type);

    /// <summary>The object type of a value behind an interface or union: by its class, else by its nearest base class.</summary>
    public ObjectBinding? OfValue(object value) => _byClrType.GetOrAdd(value.GetType(), type =>
    {
        for (var known = type; known is not null; known = known.BaseType)
            if (_byType.Values.FirstOrDefault(binding => binding.ClrType == known) is { } found)
                return found;
        return null;
    });

    public void Add(ObjectBinding binding) => _byType.Add(binding.Type, binding);
}
