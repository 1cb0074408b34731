using System.Net.Http.Json;
using System.Text.Json;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>Asks a server's GraphQL endpoint, as any other client would.</summary>
internal sealed class Api(Uri address) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = address };

    /// <returns>The answer's data; an answer with errors fails the test.</returns>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{query}: {errors}");
        return answer.GetProperty("data");
    }

    /// <summary>Fields of the sample city.</summary>
    public async Task<JsonElement> SampleAsync(string fields, object? variables = null, string parameters = "") =>
        (await AskAsync($"query{parameters} {{ jurisdiction(code: \"sample\") {{ {fields} }} }}", variables)).GetProperty("jurisdiction");

    /// <summary>Whether the sample city is loaded to its end: the first start queues its first study only then.</summary>
    public async Task<bool> IsLoadedAsync() =>
        (await AskAsync("{ runs(jurisdiction: \"sample\", study: FORECAST) { totalCount } }")).GetProperty("runs").GetProperty("totalCount").GetInt32() > 0;

    public Task LoadedAsync() => Wait.UntilAsync(IsLoadedAsync, "the sample city is loaded");

    public void Dispose() => client.Dispose();
}
