using Microsoft.Playwright;

namespace GeoCrime.EndToEnd.Tests.Browser;

/// <summary>The system's Chromium; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // WebGL without a graphics card, and none of the browser's own errands.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    ];

    /// <summary>How long an element or a text is waited for, ms; far above what is usual.</summary>
    private const float Patience = 90_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>
    /// Opens an address and goes through a journey. Fails where the page logs an error, throws, or asks another host for
    /// anything, even when the journey itself succeeds.
    /// </summary>
    /// <param name="address">Where the journey begins; its host is the only one the page may ask.</param>
    /// <param name="look">The window.</param>
    /// <param name="journey">What the visitor does and sees.</param>
    /// <param name="expected">Console errors that belong to the journey.</param>
    /// <param name="neighbour">A second host that the page may ask; null = none.</param>
    internal async Task VisitAsync(Uri address, Look look, Func<Visit, Task> journey, Predicate<string>? expected = null, Uri? neighbour = null)
    {
        await using var context = await browser!.NewContextAsync(look.ToOptions());
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => Add(message.Type == "error" && expected?.Invoke(message.Text) != true, message.Text);
        page.PageError += (_, error) => Add(true, error);
        context.Request += (_, request) => Add(IsElsewhere(request.Url, address) && (neighbour is null || IsElsewhere(request.Url, neighbour)), $"asked {request.Url}");
        var visit = new Visit(page);
        try
        {
            await page.GotoAsync(address.ToString());
            await journey(visit);
        }
        catch
        {
            // A picture that fails as well must not hide why the journey failed.
            await visit.SaveAsync($"failed-{TestContext.Current.TestMethod?.MethodName}").ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        lock (complaints)
            Assert.Empty(complaints);

        void Add(bool complaint, string text)
        {
            if (!complaint)
                return;
            lock (complaints)
                complaints.Add(text);
        }
    }

    private static bool IsElsewhere(string url, Uri home) =>
        new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != home.Authority;
}
