using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace GeoCrime.Api.Tests.Imports;

/// <summary>Sends files and imports them, as the page does.</summary>
internal static class Sender
{
    public const string RunFields = "id study state progress metrics error";

    private static readonly object Columns = new { occurred = "when", category = "what", x = "lon", y = "lat", crs = "EPSG:4326", id = "id" };

    /// <summary>Rows of thefts an hour apart, each with an id.</summary>
    public static string Rows(int count, int from = 0) =>
        "id,when,what,lon,lat\n" + string.Concat(Enumerable.Range(from, count).Select(i => $"{i},{new DateTime(2023, 1, 1).AddHours(i % 8000):yyyy-MM-dd HH:mm},theft,-104.99{i % 100:00},39.74{i % 97:00}\n"));

    public static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(TestServer server, string name, byte[] content, bool header = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/uploads?name={Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(content) };
        if (header)
            request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await server.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <returns>The file's id.</returns>
    public static Task<string> SendAsync(TestServer server, string text) => SendAsync(server, "log.csv", Encoding.UTF8.GetBytes(text));

    public static async Task<string> SendAsync(TestServer server, string name, byte[] content)
    {
        var (status, body) = await PostAsync(server, name, content);
        Assert.Equal((HttpStatusCode.Created, name), (status, body.GetProperty("name").GetString()));
        return body.GetProperty("id").GetString()!;
    }

    public static object Input(string upload, string jurisdiction, object? mapping = null, string zone = "America/Denver") =>
        new { upload, jurisdiction, name = "Some Town", timeZone = zone, source = "log", mapping = mapping ?? Columns };

    /// <returns>The run's id.</returns>
    public static async Task<string> StartAsync(TestServer server, object input) =>
        (await server.QueryAsync($"mutation($input: ImportInput!) {{ startImport(input: $input) {{ {RunFields} }} }}", new { input })).GetProperty("startImport").GetProperty("id").GetString()!;

    /// <summary>The run once it has ended.</summary>
    public static async Task<JsonElement> EndAsync(TestServer server, string run)
    {
        while (true)
        {
            var now = (await server.QueryAsync($"query($id: ID!) {{ run(id: $id) {{ {RunFields} }} }}", new { id = run })).GetProperty("run");
            if (now.GetProperty("state").GetString() is not ("QUEUED" or "RUNNING"))
                return now;
            await Task.Delay(100);
        }
    }

    /// <summary>Imports, the latest first.</summary>
    public static async Task<List<JsonElement>> ImportsAsync(TestServer server, string jurisdiction) =>
        [.. (await server.QueryAsync("query($j: String) { imports(jurisdiction: $j) { batch state rows accepted quarantined duplicates file source quarantineUrl reasons { reason rows firstRow example } } }", new { j = jurisdiction })).GetProperty("imports").EnumerateArray()];

    public static async Task<int> IncidentsAsync(TestServer server, string jurisdiction) =>
        (await server.QueryAsync("query($j: String!) { jurisdiction(code: $j) { dataset { incidents } } }", new { j = jurisdiction })).GetProperty("jurisdiction").GetProperty("dataset").GetProperty("incidents").GetInt32();
}
