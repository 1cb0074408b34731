using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GeoCrime.Api.Tests.Imports;

public class UploadTests(Servers servers)
{
    [Fact]
    public async Task A_file_that_was_sent_is_looked_at_and_removed()
    {
        var town = await servers.TownAsync();
        var id = await Sender.SendAsync(town, "Wann;Was\n1.3.2024 10:00;Diebstahl\n2.3.2024 11:30;Raub\n");

        var upload = (await town.QueryAsync("query($id: ID!) { upload(id: $id) { name bytes format delimiter encoding whole rows columns { name role examples } dates { formats ambiguous reading } } }", new { id })).GetProperty("upload");
        Assert.Equal(("log.csv", "CSV", ";", true), (upload.GetProperty("name").GetString(), upload.GetProperty("format").GetString(), upload.GetProperty("delimiter").GetString(), upload.GetProperty("whole").GetBoolean()));
        Assert.Equal(["OCCURRED", "CATEGORY"], upload.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("role").GetString()));
        Assert.Equal("2024-03-01T10:00", upload.GetProperty("dates").GetProperty("reading").GetString());
        Assert.Equal("Raub", upload.GetProperty("rows")[1][1].GetString());

        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/uploads/{id}");
        request.Headers.Add("GraphQL-Preflight", "1");
        using var removed = await town.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await town.QueryAsync("query($id: ID!) { upload(id: $id) { id } }", new { id })).GetProperty("upload").ValueKind);
    }

    [Fact]
    public async Task A_page_of_another_site_can_send_nothing()
    {
        var town = await servers.TownAsync();

        var (status, body) = await Sender.PostAsync(town, "a.csv", "a,b\n"u8.ToArray(), header: false);

        Assert.Equal((HttpStatusCode.Forbidden, "The request must carry the header GraphQL-Preflight."), (status, body.GetProperty("detail").GetString()));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/uploads?name=a");
        preflight.Headers.Add("Origin", "https://evil.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        using var answer = await town.Http.SendAsync(preflight);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_limit_is_a_setting_and_its_message_says_what_is_allowed()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await using var server = await TestServer.StartAsync(database, ("Import:MaxUploadBytes", "1000"));

        await Sender.SendAsync(server, "a.csv", new byte[1000]);
        var (status, body) = await Sender.PostAsync(server, "a.csv", new byte[1001]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.StartsWith("The file is larger than 1,000 bytes, the most that this server takes.", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(1000, (await server.QueryAsync("{ importLimits { bytes inWords } }")).GetProperty("importLimits").GetProperty("bytes").GetInt32());
    }

    [Theory]
    [InlineData("Import:MaxUploadBytes", "0", "1…1099511627776 is allowed")]
    [InlineData("Import:MaxUploadBytes", "much", "cannot be used")]
    [InlineData("Import:MaxBytes", "10", "cannot be used")]
    public async Task A_setting_that_is_none_stops_the_start(string name, string value, string says)
    {
        await using var database = await servers.CreateDatabaseAsync();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestServer.StartAsync(database, (name, value)));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty.", "a.csv")]
    [InlineData("x", "The name of the file has 301 characters; 1…300 are allowed.", null)]
    public async Task What_cannot_be_taken_is_said(string content, string detail, string? name)
    {
        var town = await servers.TownAsync();

        var (status, body) = await Sender.PostAsync(town, name ?? new string('a', 301), Encoding.UTF8.GetBytes(content));

        Assert.Equal((HttpStatusCode.BadRequest, detail), (status, body.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_sender_that_goes_away_leaves_nothing_on_the_disk()
    {
        var town = await servers.TownAsync();
        var name = $"cut-{Guid.NewGuid():N}.csv";
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, town.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /uploads?name={name} HTTP/1.1\r\nHost: 127.0.0.1\r\nGraphQL-Preflight: 1\r\nContent-Length: 100000\r\n\r\nwhen,what\n"), TestContext.Current.CancellationToken);
            while (!Found())
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        while (Found())
            await Task.Delay(20, TestContext.Current.CancellationToken);

        // The server lives on.
        Assert.Equal(HttpStatusCode.Created, (await Sender.PostAsync(town, "next.csv", "a\n"u8.ToArray())).Status);

        bool Found() => Directory.Exists(TestServer.Uploads) && Directory.EnumerateFiles(TestServer.Uploads, name + "*", SearchOption.AllDirectories).Any();
    }

    [Theory]
    [InlineData("{ upload(id: \"../../etc\") { id } }")]
    [InlineData("{ upload(id: \"00000000000000000000000000000000\") { id } }")]
    public async Task An_id_that_is_none_names_no_file(string query)
    {
        var town = await servers.TownAsync();

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await town.QueryAsync(query)).GetProperty("upload").ValueKind);
    }

    [Fact]
    public async Task A_binary_file_is_said_to_be_one()
    {
        var town = await servers.TownAsync();
        var id = await Sender.SendAsync(town, "a.csv", [0, 1, 2, 3, 4, 0, 0, 0]);

        var (code, message, _) = await town.RefusalAsync("query($id: ID!) { upload(id: $id) { id } }", new { id });

        Assert.Equal(("BAD_USER_INPUT", "The file is binary, neither CSV nor GeoJSON."), (code, message));
    }
}
