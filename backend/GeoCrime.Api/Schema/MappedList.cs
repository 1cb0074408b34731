using System.Collections;

namespace GeoCrime.Api.Schema;

/// <summary>A list whose items are made each time they are asked for, so that a long one is never held.</summary>
/// <param name="map">Cheap, and the same each time.</param>
internal sealed class MappedList<TSource, TItem>(IReadOnlyList<TSource> source, Func<TSource, TItem> map) : IReadOnlyList<TItem>
{
    public int Count => source.Count;

    public TItem this[int index] => map(source[index]);

    public IEnumerator<TItem> GetEnumerator() => source.Select(map).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
