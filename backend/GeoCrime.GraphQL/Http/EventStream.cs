using System.Buffers;
using System.IO.Pipelines;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.GraphQL.Http;

/// <summary>Writes responses as Server-Sent Events, one connection for one operation (graphql-sse, distinct connections).</summary>
public static class EventStream
{
    /// <summary>Writes one <c>next</c> event for each response, then <c>complete</c>.</summary>
    public static async Task WriteAsync(PipeWriter target, IAsyncEnumerable<Response> responses, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(responses);
        await foreach (var response in responses.WithCancellation(cancellation).ConfigureAwait(false))
        {
            // JSON as it is written here holds no line break, so one data line holds it.
            target.Write("event: next\ndata: "u8);
            response.Write(target);
            target.Write("\n\n"u8);
            await target.FlushAsync(cancellation).ConfigureAwait(false);
        }
        target.Write("event: complete\ndata:\n\n"u8);
        await target.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>A comment that keeps proxies from closing a quiet connection.</summary>
    public static async Task KeepAliveAsync(PipeWriter target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Write(":\n\n"u8);
        await target.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
