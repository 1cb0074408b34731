using System.Globalization;
using Microsoft.Playwright;

namespace GeoCrime.Benchmarks;

/// <summary>
/// How long, in a real browser, from a hand's movement of the time brush to the new density picture on the map, and how smooth the
/// frames are meanwhile. The server must run already: its answer and its filter are part of what is measured.
/// </summary>
internal static class MapDragBenchmark
{
    private const int Steps = 40;
    private const int Warmups = 5;
    private const int WidePicture = 300;
    private static readonly string[] Flags = ["--no-sandbox", "--enable-unsafe-swiftshader"];

    /// <summary>Notes when a picture reaches the graphics library, and the length of every frame and long task.</summary>
    private static readonly string Spy = $$"""
        window.pictures = []; window.frames = []; window.longTasks = [];
        for (const kind of ['texImage2D', 'texSubImage2D']) {
          const original = WebGL2RenderingContext.prototype[kind];
          WebGL2RenderingContext.prototype[kind] = function (...args) {
            const source = args.at(-1);
            if (source instanceof HTMLCanvasElement && source.width >= {{WidePicture}}) requestAnimationFrame(() => window.pictures.push(performance.now()));
            return original.apply(this, args);
          };
        }
        let last = 0;
        const frame = (now) => { if (last) window.frames.push(now - last); last = now; requestAnimationFrame(frame); };
        requestAnimationFrame(frame);
        new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((e) => e.duration))).observe({ entryTypes: ['longtask'] });
        """;

    public static async Task RunAsync(string[] args)
    {
        var url = args.ElementAtOrDefault(0) ?? "http://127.0.0.1:5080";
        var jurisdiction = args.ElementAtOrDefault(1) ?? "denver";
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Flags });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { BypassCSP = true, ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        await page.AddInitScriptAsync(Spy);
        await page.GotoAsync($"{url}/?j={jurisdiction}&layers=density:0.9,areas");
        await page.WaitForFunctionAsync("window.pictures.length > 0", null, new PageWaitForFunctionOptions { Timeout = 60_000 });
        await page.WaitForTimeoutAsync(2000);

        var waits = await DragAsync(page);
        Console.WriteLine($"{jurisdiction}, 1440 × 900, Chromium {browser.Version}, software rendering, {Environment.ProcessorCount} cores, {Environment.MachineName}");
        Print("movement of the brush to picture on the map, ms", waits);
        await page.EvaluateAsync("window.frames.length = 0; window.longTasks.length = 0");
        var (gripX, gripY) = await GripAsync(page);
        await SweepAsync(page, gripX, gripY);
        Print("frame while dragging without pause, ms", await page.EvaluateAsync<double[]>("window.frames"));
        Print("tasks over 50 ms while dragging, ms", await page.EvaluateAsync<double[]>("window.longTasks"));
        await page.EvaluateAsync("window.frames.length = 0");
        await page.WaitForTimeoutAsync(3000);
        Print("frame at rest, ms", await page.EvaluateAsync<double[]>("window.frames"));
        await page.CloseAsync();
        var (frames, longTasks) = await EmptyAsync(browser, url);
        Print("frame of an empty map redrawn at each movement, ms", frames);
        Print("tasks over 50 ms of the empty map, ms", longTasks);
    }

    /// <summary>The map library alone, with nothing but a background, in the same browser and window.</summary>
    private static async Task<(double[] Frames, double[] LongTasks)> EmptyAsync(IBrowser browser, string url)
    {
        const string document = """
            <!doctype html><body style="margin:0"><div id="map" style="width:100vw;height:100vh"></div><script type="module">
            import { Map, setWorkerUrl } from './maplibre-gl.mjs';
            setWorkerUrl(new URL('maplibre-gl-worker.mjs', import.meta.url).href);
            const map = new Map({ container: 'map', style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background' }] }, attributionControl: false });
            addEventListener('pointermove', () => map.triggerRepaint());
            </script>
            """;
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { BypassCSP = true, ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        await page.AddInitScriptAsync(Spy);
        await page.RouteAsync("**/empty/*", route => Path.GetFileName(new Uri(route.Request.Url).AbsolutePath) is { Length: > 0 } file
            ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Path = Path.Combine("frontend", "node_modules", "maplibre-gl", "dist", file) })
            : route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = document }));
        await page.GotoAsync($"{url}/empty/");
        await page.WaitForTimeoutAsync(2000);
        await page.EvaluateAsync("window.frames.length = 0; window.longTasks.length = 0");
        await SweepAsync(page, 720, 700);
        return (await page.EvaluateAsync<double[]>("window.frames"), await page.EvaluateAsync<double[]>("window.longTasks"));
    }

    /// <summary>One step at a time, each waited for.</summary>
    private static async Task<double[]> DragAsync(IPage page)
    {
        var (x, y) = await GripAsync(page);
        var waits = new List<double>();
        for (var step = 1; step <= Warmups + Steps; step++)
        {
            var before = await page.EvaluateAsync<int>("window.pictures.length");
            // The page's own clock, from its own event.
            await page.EvaluateAsync("window.moved = 0; addEventListener('pointermove', () => { window.moved ||= performance.now(); }, { capture: true, once: true })");
            await page.Mouse.MoveAsync(x - (step * 4), y);
            await page.WaitForFunctionAsync($"window.pictures.length > {before}", null, new PageWaitForFunctionOptions { PollingInterval = 5, Timeout = 10_000 });
            if (step > Warmups)
                waits.Add(await page.EvaluateAsync<double>($"window.pictures[{before}] - window.moved"));
            // The last picture must be off the screen before the next is timed.
            await page.WaitForTimeoutAsync(400);
        }
        await page.Mouse.UpAsync();
        return [.. waits];
    }

    /// <summary>Back and forth for five seconds, a movement every 16 ms.</summary>
    private static async Task SweepAsync(IPage page, float x, float y)
    {
        for (var step = 0; step < 300; step++)
        {
            await page.Mouse.MoveAsync(x + (120 * MathF.Sin(step / 25f)), y);
            await page.WaitForTimeoutAsync(16);
        }
        await page.Mouse.UpAsync();
    }

    /// <summary>Presses the middle of the brush.</summary>
    private static async Task<(float X, float Y)> GripAsync(IPage page)
    {
        var box = await page.Locator(".histogram .brush").First.BoundingBoxAsync() ?? throw new InvalidOperationException("The timeline shows no brush.");
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        return (x, y);
    }

    private static void Print(string what, double[] values)
    {
        Array.Sort(values);
        double At(double share) => values.Length == 0 ? 0 : values[(int)(share * (values.Length - 1))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52} n {values.Length,5}  median {At(0.5),7:0.0}  90 % {At(0.9),7:0.0}  highest {At(1),7:0.0}"));
    }
}
