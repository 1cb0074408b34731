using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GeoCrime.Api.Tests.GraphQL;

/// <summary>Fifty of each attack at once, against the real server; nothing else runs meanwhile.</summary>
[Collection(typeof(Alone))]
public class AttackTests(Servers servers, ITestOutputHelper output)
{
    private const int Each = 50;

    /// <summary>A tenth of the usual limit: fifty bodies beyond it fit what sockets hold, however busy the machine is.</summary>
    private const int MostBytes = 150_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // The town in cells of 60 m, twelve times: more than the sockets of both ends hold together.
    private static readonly string LargeQuery = $"{{ jurisdiction(code: \"town\") {{ hotspots(cellMetres: 60, permutations: 0) {{ {string.Concat(Enumerable.Range(0, 12).Select(copy => $"c{copy}: cells {{ id geometry incidents z p exactP }} "))} }} }} }}";

    private static readonly (string Name, string Code, string Body)[] Documents =
    [
        ("deep nesting", "DEPTH_LIMIT", Body(string.Concat(Enumerable.Repeat("{ ... ", 3000)) + "{ __typename }" + string.Concat(Enumerable.Repeat("}", 3000)))),
        ("deep lists", "DEPTH_LIMIT", Body($"{{ run(id: {new string('[', 4000)}{new string(']', 4000)}) {{ id }} }}")),
        ("10,000 aliases", "ALIAS_LIMIT", Body($"{{ {string.Join(' ', Enumerable.Range(0, 10_000).Select(number => $"a{number}:id"))} }}")),
        ("tokens", "TOKEN_LIMIT", Body($"{{ {string.Join(' ', Enumerable.Repeat("id", 30_000))} }}")),
        ("circular fragments", "GRAPHQL_VALIDATION_FAILED", Body($"{{ ...f0 }} {string.Join(' ', Enumerable.Range(0, 40).Select(number => $"fragment f{number} on Query {{ ...f{(number + 1) % 40} ...f{(number * 7) % 40} }}"))}")),
        ("fields that conflict", "GRAPHQL_VALIDATION_FAILED", Body($"{{ {string.Join(' ', Enumerable.Range(0, 400).Select(number => $"x: run(id: \"{number}\") {{ id }}"))} }}")),
        ("fields of one name", "TOKEN_LIMIT", Body($"{{ jurisdictions {{ {string.Join(' ', Enumerable.Repeat("code", 9_996))} }} }}")),
        ("giant variables", "BODY_LIMIT", Body("query($id: ID!) { run(id: $id) { id } }", $"\"{new string('x', 2 * MostBytes)}\"")),
        ("deep variables", "BAD_REQUEST", Body("query($id: ID!) { run(id: $id) { id } }", $"{new string('[', 50_000)}{new string(']', 50_000)}")),
        ("introspection bomb", "GRAPHQL_VALIDATION_FAILED", Body("{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }")),
        ("cost", "COST_LIMIT", Body($"{{ {string.Join(' ', Enumerable.Range(0, 400).Select(number => $"a{number}: runs(first: 100000) {{ nodes {{ jurisdiction {{ code }} }} }}"))} }}")),
    ];

    [Fact]
    public async Task Attackers_are_refused_by_name_while_others_are_served()
    {
        var loaded = await servers.TownAsync();
        await using var town = await TestServer.StartAsync(loaded.Database, ("GraphQL:ReaderPatienceSeconds", $"{Patience.TotalSeconds}"), ("GraphQL:MaxBodyBytes", $"{MostBytes}"));
        // Attackers, others and server share this process: none may wait for another's thread.
        ThreadPool.SetMinThreads(128, 128);
        await town.QueryAsync(LargeQuery.Replace("c0:", "warm:", StringComparison.Ordinal));
        using var attack = new CancellationTokenSource();
        var served = Task.Run(() => ServeAsync(town, attack.Token));

        var clock = Stopwatch.StartNew();
        var slowReaders = Enumerable.Range(0, Each).Select(_ => Task.Run(() => ReadSlowlyAsync(town))).ToList();
        var slowBodies = Enumerable.Range(0, Each).Select(_ => Task.Run(() => SendSlowlyAsync(town))).ToList();
        var refused = await Task.WhenAll(Documents.SelectMany(each => Enumerable.Repeat(each, Each)).Select(each => Task.Run(() => RefusedAsync(town, each.Name, each.Body))));
        var duringDocuments = clock.Elapsed;
        var codes = await Task.WhenAll(slowBodies);
        var complete = await Task.WhenAll(slowReaders);
        await attack.CancelAsync();
        var others = await served;

        foreach (var (name, code, _) in Documents)
            Assert.All(refused.Where(each => each.Name == name), each => Assert.Equal((name, code), (each.Name, each.Code)));
        Assert.All(codes, code => Assert.Equal("BODY_TIMEOUT", code));
        Assert.All(complete, whole => Assert.False(whole, "a client that does not read was waited for"));
        // Each was answered (a failure throws), and they never stopped coming.
        Assert.True(others.Count > 20, $"{others.Count} others were served");
        output.WriteLine($"{refused.Length} documents refused in {duringDocuments.TotalMilliseconds:0} ms; all over after {clock.Elapsed.TotalSeconds:0.0} s; {others.Count} others served, slowest {others.Max().TotalMilliseconds:0} ms, median {others.Order().ElementAt(others.Count / 2).TotalMilliseconds:0} ms");
        foreach (var group in refused.GroupBy(each => each.Name))
            output.WriteLine($"{group.Key}: {group.Average(each => each.Milliseconds):0} ms mean while all came at once");
    }

    private static string Body(string query, string? variable = null) =>
        variable is null ? JsonSerializer.Serialize(new { query }) : $$$"""{"query":{{{JsonSerializer.Serialize(query)}}},"variables":{"id":{{{variable}}} }}""";

    /// <summary>One client after the other asks something ordinary; returns how long each waited.</summary>
    private static async Task<List<TimeSpan>> ServeAsync(TestServer town, CancellationToken until)
    {
        var waits = new List<TimeSpan>();
        while (!until.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            await town.QueryAsync("{ jurisdictions { code dataset { incidents } } }");
            waits.Add(clock.Elapsed);
        }
        return waits;
    }

    private static async Task<(string Name, string Code, double Milliseconds)> RefusedAsync(TestServer town, string name, string body)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var response = await town.Http.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
            return (name, CodeIn(await response.Content.ReadAsStringAsync()), clock.Elapsed.TotalMilliseconds);
        }
        catch (HttpRequestException error)
        {
            return (name, error.InnerException?.Message ?? error.Message, clock.Elapsed.TotalMilliseconds);
        }
    }

    /// <summary>Promises a body and sends a few bytes of it.</summary>
    private static async Task<string> SendSlowlyAsync(TestServer town)
    {
        using var client = await ConnectAsync(town);
        await SendAsync(client, "Content-Length: 100000", "{\"query\":");
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        return CodeIn(answer[answer.IndexOf('{', StringComparison.Ordinal)..]);
    }

    /// <summary>Asks for much and reads nothing for longer than the server's patience; answers whether the end came nevertheless.</summary>
    private static async Task<bool> ReadSlowlyAsync(TestServer town)
    {
        using var client = await ConnectAsync(town);
        var body = JsonSerializer.Serialize(new { query = LargeQuery });
        await SendAsync(client, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}", body);
        await Task.Delay(Patience * 5);
        var (buffer, last) = (new byte[1 << 16], "");
        try
        {
            while (await client.GetStream().ReadAsync(buffer) is > 0 and var read)
                last = Encoding.ASCII.GetString(buffer, Math.Max(0, read - 5), Math.Min(5, read));
        }
        catch (IOException)
        {
            return false;
        }
        return last == "0\r\n\r\n";
    }

    private static async Task<TcpClient> ConnectAsync(TestServer town)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(town.Http.BaseAddress!.Host, town.Http.BaseAddress.Port);
        return client;
    }

    private static async Task SendAsync(TcpClient client, string header, string body) => await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
        $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{header}\r\n\r\n{body}"));

    private static string CodeIn(string json)
    {
        // What stands around a chunk of the body is no JSON.
        using var document = JsonDocument.Parse(json[..(json.LastIndexOf('}') + 1)]);
        return document.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
    }
}

/// <summary>Tests that measure memory or load the machine: one after the other, beside no others.</summary>
[CollectionDefinition(DisableParallelization = true)]
public class Alone;
