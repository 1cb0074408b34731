using System.Buffers;
using System.IO.Pipelines;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.GraphQL.Http;

/// <summary>Writes responses as Server-Sent Events, one connection for one operation (graphql-sse, distinct connections).</summary>
public static class EventStream
{
    // Proxies close connections that are quiet for a minute or half of one.
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(12);

    /// <summary>Writes one <c>next</c> event for each response, then <c>complete</c>; a comment whenever nothing came for a while.</summary>
    /// <param name="quiet">After how long; null for 12 s.</param>
    public static async Task WriteAsync(PipeWriter target, IAsyncEnumerable<Response> responses, CancellationToken cancellation, TimeSpan? quiet = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(responses);
        await using var each = responses.GetAsyncEnumerator(cancellation);
        // A client sees at once that it is connected, however long the first event takes.
        await CommentAsync(target, cancellation).ConfigureAwait(false);
        while (await NextAsync(each, target, quiet ?? QuietLimit).ConfigureAwait(false))
        {
            // JSON as it is written here holds no line break, so one data line holds it.
            target.Write("event: next\ndata: "u8);
            each.Current.Write(target);
            target.Write("\n\n"u8);
            await target.FlushAsync(cancellation).ConfigureAwait(false);
        }
        target.Write("event: complete\ndata:\n\n"u8);
        await target.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Response> responses, PipeWriter target, TimeSpan quiet)
    {
        // The enumeration heeds the caller's token itself, and must have ended before it is disposed.
        var next = responses.MoveNextAsync().AsTask();
        while (true)
        {
            try
            {
                return await next.WaitAsync(quiet).ConfigureAwait(false);
            }
            catch (TimeoutException) when (!next.IsCompleted)
            {
                await CommentAsync(target, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static async Task CommentAsync(PipeWriter target, CancellationToken cancellation)
    {
        target.Write(":\n\n"u8);
        await target.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
