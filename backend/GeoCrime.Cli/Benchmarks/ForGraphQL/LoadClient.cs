using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GeoCrime.Cli.Benchmarks.ForGraphQL;

/// <summary>What a run of requests cost.</summary>
/// <param name="FirstByteSeconds">Median time from sending a request to its first byte.</param>
/// <param name="Bytes">Of one answer.</param>
internal sealed record LoadResult(int Requests, double Seconds, double FirstByteSeconds, long Bytes)
{
    public double PerSecond => Requests / Seconds;
}

/// <summary>Sends one request again and again over kept connections and throws the answers away; the same for every server.</summary>
internal static class LoadClient
{
    private const int BufferBytes = 1 << 18;

    /// <param name="connections">Each sends its next request when it has the whole answer to its last.</param>
    public static async Task<LoadResult> RunAsync(int port, string path, string query, int connections, TimeSpan time, CancellationToken cancellationToken)
    {
        var request = Request(path, query);
        var clock = Stopwatch.StartNew();
        // Threads of their own, so that nothing waits for the pool.
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Factory.StartNew(
            () => Loop(port, request, () => clock.Elapsed < time && !cancellationToken.IsCancellationRequested), TaskCreationOptions.LongRunning)));
        var seconds = clock.Elapsed.TotalSeconds;
        cancellationToken.ThrowIfCancellationRequested();
        var firsts = runs.SelectMany(run => run.Firsts).Order().ToList();
        return new LoadResult(firsts.Count, seconds, firsts[firsts.Count / 2], runs[0].Bytes);
    }

    private static byte[] Request(string path, string query)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query });
        var head = $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static (List<double> Firsts, long Bytes) Loop(int port, byte[] request, Func<bool> goesOn)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        var (firsts, answer) = (new List<double>(), new AnswerReader(socket, BufferBytes));
        var bytes = 0L;
        do
        {
            var sent = Stopwatch.GetTimestamp();
            socket.Send(request);
            answer.ReadHead();
            firsts.Add(Stopwatch.GetElapsedTime(sent).TotalSeconds);
            bytes = answer.ReadBody();
        }
        while (goesOn());
        return (firsts, bytes);
    }
}
