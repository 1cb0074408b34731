using System.Text.Json;
using GeoCrime.Tests;

namespace GeoCrime.Api.Tests.GraphQL;

public class HttpAuditTests(Servers servers, ITestOutputHelper output)
{
    private const int AllAudits = 61;

    [Fact]
    public async Task Every_audit_of_GraphQL_over_HTTP_passes()
    {
        var town = await servers.TownAsync();
        using var node = await NodeProject.Of("GeoCrime.Api.Tests").StartAsync("audits.mjs", $"{town.Http.BaseAddress}graphql");
        var audits = new List<JsonElement>();
        while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            audits.Add(JsonDocument.Parse(line).RootElement);

        foreach (var audit in audits.Where(audit => audit.GetProperty("status").GetString() != "ok"))
            output.WriteLine(audit.ToString());
        Assert.True(audits.Count == AllAudits, await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.All(audits, audit => Assert.Equal("ok", audit.GetProperty("status").GetString()));
    }
}
