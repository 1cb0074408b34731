using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>The base map that an operator sets, on a second server over the same sample city.</summary>
[Collection(typeof(OnTheMap))]
public class BaseMapTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public async Task Raster_tiles_of_the_setting_are_drawn_under_all_else_and_say_who_made_them()
    {
        await using var tiles = new TileHost();
        await using var server = await Server.StartAsync(city.Folder, [("BaseMap__Raster", $"{tiles.Address}{{z}}/{{x}}/{{y}}.png"), ("BaseMap__Attribution", "© The makers of green")]);
        await chromium.VisitAsync(
            new Uri(server.Address, "/?j=sample&kind=precinct&layers=areas"),
            Look.Desk,
            async visit =>
            {
                await Expect(visit.Main).ToContainTextAsync("© The makers of green");
                var picture = await visit.SettledAsync();
                await visit.SaveAsync("base-map");

                Assert.InRange(await ShareAsync(visit, picture), 0.2, 0.99);
                Assert.NotEmpty(tiles.Asked);
                Assert.All(tiles.Asked, path => Assert.Matches("^/[0-9]+/[0-9]+/[0-9]+\\.png$", path));
            },
            neighbour: tiles.Address);
    }

    /// <summary>The share of the window's pixels that have the tiles' colour; 0–1.</summary>
    private static Task<double> ShareAsync(Visit visit, byte[] picture) => visit.Page.EvaluateAsync<double>(
        """
        async ({ text, colour }) => {
          const image = new Image();
          image.src = `data:image/png;base64,${text}`;
          await image.decode();
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
          pen.drawImage(image, 0, 0);
          const { data } = pen.getImageData(0, 0, image.width, image.height);
          let alike = 0;
          for (let i = 0; i < data.length; i += 4) if (colour.every((c, channel) => Math.abs(data[i + channel] - c) <= 3)) alike++;
          return alike / (data.length / 4);
        }
        """,
        new { text = Convert.ToBase64String(picture), colour = TileHost.Colour });
}
