using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GeoCrime.Api.Hosting;
using GeoCrime.Data;
using GeoCrime.Tests;
using Microsoft.AspNetCore.Builder;

namespace GeoCrime.Api.Tests;

/// <summary>The real web server on a real database, and a client of it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestServer(WebApplication app, GeoCrimeDatabase database, HttpClient http) => (this.app, Database, Http) = (app, database, http);

    public GeoCrimeDatabase Database { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Where files that tests send are kept; servers of one database share them, whatever comes after.</summary>
    public static string Uploads { get; } = TestFolder.New("uploads");

    /// <param name="database">Stays the caller's.</param>
    /// <param name="settings">Such as <c>GraphQL:MaxCost</c>.</param>
    public static Task<TestServer> StartAsync(GeoCrimeDatabase database, params (string Name, string Value)[] settings) => StartAsync(database, false, settings);

    /// <inheritdoc cref="StartAsync(GeoCrimeDatabase, ValueTuple{string, string}[])"/>
    /// <param name="trainsUnasked">Most tests count the runs that they ask for.</param>
    public static async Task<TestServer> StartAsync(GeoCrimeDatabase database, bool trainsUnasked, params (string Name, string Value)[] settings)
    {
        var app = WebServer.Build(new WebServerOptions(database, 0, Path.Combine(RepositoryFiles.Root, "frontend", "none"), Path.Combine(RepositoryFiles.Root, "gis-data"), settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)) { UploadFolder = Uploads, TrainsUnasked = trainsUnasked });
        await app.StartAsync();
        return new TestServer(app, database, new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(5) });
    }

    /// <summary>The data of a query or mutation that must succeed.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        var (_, body) = await AskAsync(query, variables);
        Assert.False(body.TryGetProperty("errors", out var errors), errors.ToString());
        return body.GetProperty("data");
    }

    /// <summary>The first error of a query or mutation that must fail: code, message and the whole error.</summary>
    public async Task<(string Code, string Message, JsonElement Error)> RefusalAsync(string query, object? variables = null)
    {
        var (_, body) = await AskAsync(query, variables);
        Assert.True(body.TryGetProperty("errors", out var errors), body.ToString());
        return (errors[0].GetProperty("extensions").GetProperty("code").GetString()!, errors[0].GetProperty("message").GetString()!, errors[0]);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string query, object? variables = null)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", new { query, variables });
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Rows of an SQL query, each as an array of values (null for NULL).</summary>
    public async Task<List<object?[]>> SqlAsync(string sql)
    {
        var rows = new List<object?[]>();
        await using var command = Database.Source.CreateCommand(sql);
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
                row[column] = await reader.IsDBNullAsync(column) ? null : reader.GetValue(column);
            rows.Add(row);
        }
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
