namespace GeoCrime.GraphQL.Types;

/// <summary>Where inside an input value, or inside a response, something stands: a chain from the leaf to the root.</summary>
/// <param name="Key">A name, or an index as <see cref="int"/>.</param>
internal sealed record ValuePath(ValuePath? Parent, object Key)
{
    public static IReadOnlyList<object> ToList(ValuePath? path)
    {
        var keys = new List<object>();
        for (; path is not null; path = path.Parent)
            keys.Add(path.Key);
        keys.Reverse();
        return keys;
    }

    /// <summary>As error messages append it: <c> at .points[2].x</c>, or nothing for the root.</summary>
    public static string Describe(ValuePath? path) =>
        path is null ? "" : " at " + string.Concat(ToList(path).Select(key => key is int index ? $"[{index}]" : $".{key}"));
}
