using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeoCrime.Cli.Printing;

/// <summary>Opens a page and prints it through the browser's own printing (DevTools protocol, Page.printToPDF).</summary>
internal sealed class PagePrinter : IAsyncDisposable
{
    /// <summary>What the page says of itself: an element carries data-briefing = loading, ready or failed.</summary>
    private const string StateOfPage = "(() => { const e = document.querySelector('[data-briefing]'); return e ? e.dataset.briefing + '\\n' + (e.dataset.briefing === 'failed' ? e.innerText.slice(0, 500) : '') : ''; })()";
    private static readonly JsonSerializerOptions WithoutNull = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly ClientWebSocket socket = new();
    private int number;

    private PagePrinter()
    {
    }

    /// <param name="patience">How long the page may take to say that it is complete.</param>
    /// <returns>The PDF.</returns>
    /// <exception cref="PrintException">The page failed, or never said that it is complete.</exception>
    public static async Task<byte[]> PrintAsync(Uri control, Uri page, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var printer = new PagePrinter();
        await printer.socket.ConnectAsync(control, cancellationToken);
        var target = await printer.AskAsync("Target.createTarget", new { url = page.ToString(), newWindow = true, width = 1123, height = 1587 }, null, cancellationToken);
        var attached = await printer.AskAsync("Target.attachToTarget", new { targetId = (string)target["targetId"]!, flatten = true }, null, cancellationToken);
        var session = (string)attached["sessionId"]!;
        for (var waited = TimeSpan.Zero; ; waited += Interval)
        {
            var answer = await printer.AskAsync("Runtime.evaluate", new { expression = StateOfPage, returnByValue = true }, session, cancellationToken);
            var state = ((string?)answer["result"]?["value"] ?? "").Split('\n', 2);
            if (state[0] == "ready")
                break;
            if (state[0] == "failed")
                throw new PrintException($"The briefing page failed: {state[^1].Trim()}");
            if (waited > patience)
                throw new PrintException($"The page at {page} did not become a complete briefing within {patience.TotalSeconds:0} s.");
            await Task.Delay(Interval, cancellationToken);
        }
        var printed = await printer.AskAsync("Page.printToPDF", new { printBackground = true, preferCSSPageSize = true }, session, cancellationToken);
        return Convert.FromBase64String((string)printed["data"]!);
    }

    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        socket.Dispose();
    }

    private async Task<JsonNode> AskAsync(string method, object parameters, string? session, CancellationToken cancellationToken)
    {
        var id = ++number;
        var message = JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters, sessionId = session }, WithoutNull);
        await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        while (true)
        {
            var answer = await ReceiveAsync(cancellationToken);
            // Events come in between.
            if ((int?)answer["id"] != id)
                continue;
            return answer["result"] ?? throw new PrintException($"The browser refused {method}: {(string?)answer["error"]?["message"]}");
        }
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new PrintException("The browser ended while it printed.");
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}

/// <summary>The page could not be printed; the message is for the user.</summary>
internal sealed class PrintException(string message) : Exception(message);
