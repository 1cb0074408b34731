using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Serving;
using GeoCrime.Tests;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class GraphQLExecuteTests(SampleCity city)
{
    [Theory]
    [InlineData("query($code: String!) { jurisdiction(code: $code) { code } }", 0, """{"data":{"jurisdiction":{"code":"sample"}}}""")]
    [InlineData("query($code: Int!) { jurisdiction(code: $code) { code } }", 1, "GRAPHQL_VALIDATION_FAILED")]
    public async Task Command_line_asks_a_server_and_tells_of_errors_by_its_exit_code(string document, int code, string answer)
    {
        var folder = TestFolder.Create("graphql");
        var (query, variables) = (Path.Combine(folder, "q.graphql"), Path.Combine(folder, "v.json"));
        await File.WriteAllTextAsync(query, document);
        await File.WriteAllTextAsync(variables, JsonSerializer.Serialize(new { code = "sample" }));

        var ended = await CommandLine.RunAsync("graphql", "execute", "--document", query, "--variables", variables, "--url", new Uri(city.Address, "/graphql").ToString());

        Directory.Delete(folder, recursive: true);
        Assert.Equal(code, ended.Code);
        Assert.Contains(answer, ended.Output, StringComparison.Ordinal);
    }
}
