using System.Net.Http.Json;
using System.Text.Json;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Api.Schema;
using GeoCrime.Domain;
using GeoCrime.Studies.Hotspots;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Tests.GraphQL;

#pragma warning disable CA1822 // Resolvers are members of an instance.

/// <summary>A layer of 100,000 hot-spot cells as the API serves it.</summary>
[Collection(typeof(Alone))]
public class StreamingTests(ITestOutputHelper output)
{
    private const int Count = 100_000;
    private const long MostGrowth = 64 << 20;
    private const string Query = "{ cells { id geometry incidents z p exactP bin } }";

    private const string Sdl = """
        scalar GeoJSON
        type Query { cells: [Cell!]! }
        type Cell { id: ID! geometry: GeoJSON! incidents: Int! z: Float p: Float exactP: Float bin: Int! }
        """;

    private static readonly HexGrid Grid = new(100);

    [Fact]
    public async Task First_bytes_arrive_before_the_last_are_made_and_memory_does_not_grow_with_the_layer()
    {
        await using var host = await EngineHost.StartAsync(Sdl, bind => bind.AddGeoJson().Type("Query", new Root(Layer())));
        // Once for what is made once: compiled code, pooled buffers.
        await ReadAsync(host, 1 << 20, _ => { });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, unfinished, kept) = (0L, 0, 0L);

        var bytes = await ReadAsync(host, 1 << 20, read =>
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
            unfinished += host.LastAnswer.IsCompleted ? 0 : 1;
            if (read == 8)
                kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        });

        output.WriteLine($"{bytes / 1e6:0.0} MB in all; heap grew by at most {most / 1e6:0.0} MB, of which {kept / 1e6:0.0} MB were held in the middle");
        Assert.True(bytes > 25_000_000);
        // The server was still writing while a client read: it waits for its readers.
        Assert.True(unfinished > 10, $"unfinished at {unfinished} of the steps");
        Assert.InRange(most, long.MinValue, MostGrowth);
        Assert.InRange(kept, long.MinValue, 8 << 20);
    }

    [Fact]
    public async Task Streamed_layer_is_whole()
    {
        await using var host = await EngineHost.StartAsync(Sdl, bind => bind.AddGeoJson().Type("Query", new Root(Layer())));

        using var response = await host.Http.PostAsJsonAsync("/graphql", new { query = Query });
        using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());

        var cells = answer.RootElement.GetProperty("data").GetProperty("cells");
        Assert.Equal(Count, cells.GetArrayLength());
        var last = cells[Count - 1];
        Assert.Equal($"c{Count - 1}", last.GetProperty("id").GetString());
        Assert.Equal(7, last.GetProperty("geometry").GetProperty("coordinates")[0].GetArrayLength());
        Assert.InRange(last.GetProperty("geometry").GetProperty("coordinates")[0][0][0].GetDouble(), -106, -104);
    }

    /// <summary>Reads an answer in steps; what is read is thrown away.</summary>
    private static async Task<long> ReadAsync(EngineHost host, int step, Action<int> afterStep)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Query }) };
        using var response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[step];
        var total = 0L;
        for (var steps = 1; ; steps++)
        {
            var read = await stream.ReadAtLeastAsync(buffer, step, throwOnEndOfStream: false);
            total += read;
            if (read < step)
                return total;
            afterStep(steps);
        }
    }

    // Only what outlines need is real here; nothing is analysed.
    private static HotspotResult Layer()
    {
        var start = UtmProjection.Of(32613).ToMetres(-105.2, 39.5);
        var first = Grid.CellAt(start.X, start.Y);
        var random = new Random(1);
        var units = new HotspotUnits(
            [],
            number =>
            {
                var corners = Grid.Corners(new GridCell(first.Column + (number % 400), first.Row + (number / 400)));
                return new Polygon(new LinearRing([.. corners.Append(corners[0]).Select(corner => new Coordinate(corner.X, corner.Y))]));
            },
            SpatialWeights.FromLists([]),
            _ => [],
            (_, _) => -1,
            null);
        return new HotspotResult(
            UtmProjection.Of(32613), units,
            [.. Enumerable.Range(0, Count).Select(number => new HotspotCell(number, $"c{number}", random.Next(50), random.NextDouble(), random.NextDouble(), random.NextDouble(), null, 0))], []);
    }

    private sealed class Root(HotspotResult layer)
    {
        public IReadOnlyList<HotspotCellNode> Cells() => HotspotLayerNode.Nodes(layer, layer.Units);
    }
}
