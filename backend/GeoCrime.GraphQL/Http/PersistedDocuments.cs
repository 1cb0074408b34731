using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Http;

/// <summary>Documents that clients name by their SHA-256 instead of sending them.</summary>
/// <param name="known">Texts given at start-up.</param>
/// <param name="capacity">How many documents clients may add; ≥ 0. Those given at start-up do not count.</param>
/// <param name="onlyKnown">Whether other documents than those given at start-up are refused.</param>
public sealed class PersistedDocuments(IEnumerable<string> known, int capacity = 1_000, bool onlyKnown = false)
{
    // Longer documents are executed but not kept, so that clients cannot fill the memory.
    private const int MaxLength = 20_000;

    private readonly ConcurrentDictionary<string, string> _documents = new(known.Select(text => KeyValuePair.Create(Hash(text), text)));
    private readonly int _capacity = capacity >= 0
        ? capacity
        : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be 0 or more.");

    private int _added;

    /// <summary>The lower-case hexadecimal SHA-256 of a document's UTF-8 text.</summary>
    public static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>Fills in the document that a request names, or keeps the one that it brings together with its hash.</summary>
    /// <exception cref="GraphQLException">The hash is unknown, or is not that of the document.</exception>
    public GraphQLRequest Resolve(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (onlyKnown && request.Query is { } text && !_documents.ContainsKey(Hash(text)))
            throw new GraphQLException("Only documents that this server holds are executed.", ErrorCodes.PersistedDocumentsOnly);
        if (request.PersistedHash is not { } hash)
            return request;
        if (request.Query is null)
            return _documents.TryGetValue(hash, out var document)
                ? request with { Query = document }
                : throw new GraphQLException("PersistedQueryNotFound", ErrorCodes.PersistedDocumentNotFound);
        if (Hash(request.Query) != hash)
            throw new GraphQLException("The hash is not that of the document.", ErrorCodes.BadRequest);
        // Once full, documents are still executed but no longer remembered.
        if (request.Query.Length <= MaxLength && !_documents.ContainsKey(hash) && Interlocked.Increment(ref _added) <= _capacity)
            _documents.TryAdd(hash, request.Query);
        return request;
    }
}
