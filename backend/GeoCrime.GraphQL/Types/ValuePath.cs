namespace GeoCrime.GraphQL.Types;

/// <summary>Where inside an input value, or inside a response, something stands: a chain from the leaf to the root.</summary>
internal sealed class ValuePath
{
    private readonly ValuePath? _parent;
    private readonly string? _name;
    private readonly int _index;

    public ValuePath(ValuePath? parent, string name) => (_parent, _name) = (parent, name);

    public ValuePath(ValuePath? parent, int index) => (_parent, _index) = (parent, index);

    public ValuePath? Parent => _parent;

    /// <returns>From the root: names as strings, indices as integers.</returns>
    public static IReadOnlyList<object> ToList(ValuePath? path)
    {
        var keys = new List<object>();
        for (; path is not null; path = path._parent)
            keys.Add(path._name is { } name ? name : path._index);
        keys.Reverse();
        return keys;
    }

    /// <summary>As error messages append it: <c> at .points[2].x</c>, or nothing for the root.</summary>
    public static string Describe(ValuePath? path) =>
        path is null ? "" : " at " + string.Concat(ToList(path).Select(key => key is int index ? $"[{index}]" : $".{key}"));
}
