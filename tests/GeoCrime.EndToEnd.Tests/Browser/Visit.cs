using System.Web;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;

namespace GeoCrime.EndToEnd.Tests.Browser;

/// <summary>One visitor's page.</summary>
internal sealed class Visit(IPage page)
{
    /// <summary>Where pictures of this run are kept for people to look at.</summary>
    private static readonly string Pictures = Path.Combine(Path.GetTempPath(), "geocrime-pictures");

    public IPage Page => page;

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Layers => page.GetByRole(AriaRole.Complementary, new() { Name = "Layers", Exact = true });

    public ILocator Time => page.GetByLabel("Time", new() { Exact = true });

    /// <summary>The parameter of the page's address, null where it is absent.</summary>
    public async Task<string?> QueryAsync(string name) => HttpUtility.ParseQueryString((await AddressAsync()).Query)[name];

    /// <summary>Where the page says it is: the driver's own address comes a moment later.</summary>
    public async Task<Uri> AddressAsync() => new(await page.EvaluateAsync<string>("location.href"));

    /// <summary>Waits until the map stops changing and returns what the window shows.</summary>
    public async Task<byte[]> SettledAsync()
    {
        await page.Locator(".map-canvas canvas").WaitForAsync();
        await Assertions.Expect(page.Locator(".loading-bar")).ToHaveCountAsync(0);
        var before = await PictureAsync();
        byte[] now = [];
        await Wait.UntilAsync(
            async () =>
            {
                // Longer than the application waits between a movement and its picture.
                await Task.Delay(500);
                (before, var last) = (await PictureAsync(), before);
                return (now = before).AsSpan().SequenceEqual(last);
            },
            "the map stands still");
        return now;
    }

    /// <summary>Points at the middle of the map and returns the words beside the pointer.</summary>
    public async Task<string> PointAtMiddleAsync()
    {
        var (x, y) = await MiddleAsync();
        // A pointer that does not move says nothing.
        await page.Mouse.MoveAsync(x + 1, y);
        await page.Mouse.MoveAsync(x, y);
        return await page.Locator(".tooltip").InnerTextAsync();
    }

    public async Task ClickMiddleAsync()
    {
        var (x, y) = await MiddleAsync();
        await page.Mouse.ClickAsync(x, y);
    }

    public async Task TapMiddleAsync()
    {
        var (x, y) = await MiddleAsync();
        await page.Touchscreen.TapAsync(x, y);
    }

    /// <summary>Keeps a picture of the window under the temporary folder.</summary>
    public async Task SaveAsync(string name)
    {
        Directory.CreateDirectory(Pictures);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png") });
    }

    /// <summary>The share of the map's pixels, those under the layers' card left out, that differ between two pictures; 0–1.</summary>
    public async Task<double> DifferenceAsync(byte[] before, byte[] after)
    {
        var map = (await page.Locator(".map-canvas").BoundingBoxAsync())!;
        var card = (await Layers.BoundingBoxAsync())!;
        return await page.EvaluateAsync<double>(
            """
            async ({ before, after, map, card }) => {
              const pixels = async (text) => {
                const image = new Image();
                image.src = `data:image/png;base64,${text}`;
                await image.decode();
                const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
                pen.drawImage(image, 0, 0);
                return pen.getImageData(map.x, map.y, map.width, map.height);
              };
              const [a, b] = [await pixels(before), await pixels(after)];
              let [differing, all] = [0, 0];
              for (let i = 0; i < a.data.length; i += 4) {
                const [x, y] = [map.x + (i / 4) % a.width, map.y + Math.floor(i / 4 / a.width)];
                // The card's shadow reaches a little beyond it.
                if (x > card.x - 20 && x < card.x + card.width + 20 && y > card.y - 20 && y < card.y + card.height + 20) continue;
                all++;
                if ([0, 1, 2].some((channel) => Math.abs(a.data[i + channel] - b.data[i + channel]) > 8)) differing++;
              }
              return differing / all;
            }
            """,
            new { before = Convert.ToBase64String(before), after = Convert.ToBase64String(after), map = Box(map), card = Box(card) });

        static object Box(LocatorBoundingBoxResult box) => new { x = (int)box.X, y = (int)box.Y, width = (int)box.Width, height = (int)box.Height };
    }

    /// <summary>The window without the line that tells how far a training is, which moves by itself.</summary>
    private Task<byte[]> PictureAsync() => page.ScreenshotAsync(new() { Style = ".running-study { visibility: hidden !important; }" });

    private async Task<(float X, float Y)> MiddleAsync()
    {
        var box = (await page.Locator(".map-canvas").BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
