namespace GeoCrime.GraphQL.Execution;

/// <summary>Remembers checked documents by their text: when the young half is full it becomes the old one, and the old is dropped.</summary>
internal sealed class DocumentMemory(int capacity)
{
    // A tree takes some ten times its text; what clients send again and again is short.
    private const int MaxLength = 5_000;

    private readonly Lock _lock = new();
    private Dictionary<string, CheckedDocument> _young = [];
    private Dictionary<string, CheckedDocument> _old = [];

    public CheckedDocument GetOrAdd(string text, Func<string, CheckedDocument> check)
    {
        lock (_lock)
            if (_young.TryGetValue(text, out var young) || _old.Remove(text, out young))
                return Keep(text, young);
        var made = check(text);
        lock (_lock)
            return text.Length <= MaxLength && capacity > 0 ? Keep(text, made) : made;
    }

    private CheckedDocument Keep(string text, CheckedDocument document)
    {
        if (_young.TryAdd(text, document) && _young.Count * 2 > capacity)
            (_young, _old) = ([], _young);
        return document;
    }
}
