using System.Buffers;
using System.Text;
using System.Text.Json;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;

namespace GeoCrime.GraphQL.Tests.Execution;

/// <summary>Runs one request and gives its response as text.</summary>
internal static class Run
{
    public static async Task<string> Query(GraphQLEngine engine, string query, string? variables = null, RequestContext? context = null)
    {
        var request = new GraphQLRequest(query, Variables: variables is null ? default : JsonDocument.Parse(variables).RootElement);
        var response = await engine.ExecuteAsync(request, context ?? new RequestContext(), TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        await response.WriteAsync(stream, TestContext.Current.CancellationToken);
        var streamed = Encoding.UTF8.GetString(stream.ToArray());
        var buffer = new ArrayBufferWriter<byte>();
        response.Write(buffer);
        Assert.Equal(streamed, Encoding.UTF8.GetString(buffer.WrittenSpan));
        return streamed;
    }
}
