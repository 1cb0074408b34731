using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>A maker of base maps on this machine: every address is a tile of one colour.</summary>
internal sealed class TileHost : IAsyncDisposable
{
    /// <summary>One pixel of <see cref="Colour"/>, stretched over its tile.</summary>
    private static readonly byte[] Tile = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgWBAAAAGUAPG0RY0/AAAAAElFTkSuQmCC");

    private readonly HttpListener listener = new();
    private readonly ConcurrentBag<string> asked = [];
    private readonly Task answering;

    public TileHost()
    {
        // The listener takes no port 0: a free one is looked for first.
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        probe.Stop();
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        answering = AnswerAsync();
    }

    /// <summary>Red, green and blue of each tile.</summary>
    public static IReadOnlyList<int> Colour { get; } = [0, 160, 80];

    public Uri Address { get; }

    /// <summary>Paths that were asked for.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
        listener.Close();
    }

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException && !listener.IsListening)
            {
                return;
            }
            asked.Add(context.Request.Url!.AbsolutePath);
            // Tiles are drawn into a canvas, for which another origin must say so.
            context.Response.AddHeader("Access-Control-Allow-Origin", "*");
            context.Response.ContentType = "image/png";
            await context.Response.OutputStream.WriteAsync(Tile);
            context.Response.Close();
        }
    }
}
