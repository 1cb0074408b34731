using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Serving;
using GeoCrime.Tests;

namespace GeoCrime.EndToEnd.Tests.Commands;

public class GraphQLCommandTests
{
    private const string Sdl = "type Query { name(length: Int!): String }";

    private static string ServedSchema => Path.Combine(RepositoryFiles.Root, "backend", "GeoCrime.Api", "Schema", "schema.graphql");

    [Fact]
    public async Task Served_schema_is_printed()
    {
        var ended = await CommandLine.RunAsync("graphql", "print-schema");

        Assert.Equal((0, (await File.ReadAllTextAsync(ServedSchema)).TrimEnd()), (ended.Code, ended.Output.TrimEnd()));
    }

    [Fact]
    public async Task Valid_document_is_said_to_be_valid()
    {
        using var files = new Files(("s.graphql", Sdl), ("q.graphql", "{ name(length: 3) }"));

        var ended = await CommandLine.RunAsync("graphql", "validate", "--schema", files["s.graphql"], "--document", files["q.graphql"]);

        Assert.Equal((0, "q.graphql is valid."), (ended.Code, ended.Output.Trim()));
    }

    [Fact]
    public async Task Errors_of_a_document_are_printed_with_line_and_column()
    {
        using var files = new Files(("s.graphql", Sdl), ("q.graphql", "{\n  name(length: \"x\")\n  nam\n}"));

        var text = await CommandLine.RunAsync("graphql", "validate", "--schema", files["s.graphql"], "--document", files["q.graphql"]);
        var json = await CommandLine.RunAsync("graphql", "validate", "--schema", files["s.graphql"], "--document", files["q.graphql"], "--json");

        Assert.Equal(1, text.Code);
        Assert.Equal(
            ["q.graphql:2:16: Int cannot represent non-integer value: \"x\"", "q.graphql:3:3: Cannot query field \"nam\" on type \"Query\". Did you mean \"name\"?"],
            text.Output.Trim().Split('\n'));
        Assert.Equal(1, json.Code);
        var told = JsonDocument.Parse(json.Output).RootElement;
        Assert.False(told.GetProperty("valid").GetBoolean());
        Assert.Equal((2, 16), (told.GetProperty("errors")[0].GetProperty("locations")[0].GetProperty("line").GetInt32(), told.GetProperty("errors")[0].GetProperty("locations")[0].GetProperty("column").GetInt32()));
    }

    [Theory]
    [InlineData("type Query { a: Zzzz }", "{ a }", "s.graphql:1:17: Unknown type \"Zzzz\".")]
    [InlineData("type Query { a: Int", "{ a }", "s.graphql:1:20: Syntax Error: Expected Name, found <EOF>.")]
    [InlineData(Sdl, "{ name(", "q.graphql:1:8: Syntax Error: Expected Name, found <EOF>.")]
    public async Task Errors_of_a_schema_and_of_syntax_name_their_file(string sdl, string document, string line)
    {
        using var files = new Files(("s.graphql", sdl), ("q.graphql", document));

        var ended = await CommandLine.RunAsync("graphql", "validate", "--schema", files["s.graphql"], "--document", files["q.graphql"]);

        Assert.Equal((1, line), (ended.Code, ended.Output.Trim()));
    }

    [Fact]
    public async Task Batch_answers_each_line_in_turn()
    {
        string[] lines =
        [
            JsonSerializer.Serialize(new { schema = Sdl, document = "{ name(length: 1) }" }),
            JsonSerializer.Serialize(new { schema = Sdl, document = "{ name }" }),
            JsonSerializer.Serialize(new { schema = "type Query {", document = "{ name }" }),
            JsonSerializer.Serialize(new { schema = "type Query { other: Int }", document = "{ other }" }),
        ];
        using var files = new Files(("batch.ndjson", string.Join('\n', lines)));

        var ended = await CommandLine.RunAsync("graphql", "validate", "--batch", files["batch.ndjson"]);

        Assert.Equal(0, ended.Code);
        Assert.Equal(
            [
                """{"errors":[]}""",
                """{"errors":[{"message":"Argument \"Query.name(length:)\" of type \"Int!\" is required, but it was not provided.","locations":[{"line":1,"column":3}]}]}""",
                """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":13}]}]}""",
                """{"errors":[]}""",
            ],
            ended.Output.Trim().Split('\n'));
    }

    [Fact]
    public async Task Line_of_a_batch_that_is_no_question_is_named_and_the_others_are_answered()
    {
        using var files = new Files(("batch.ndjson", "{\"schema\":1}\n" + JsonSerializer.Serialize(new { schema = Sdl, document = "{ name(length: 1) }" })));

        var ended = await CommandLine.RunAsync("graphql", "validate", "--batch", files["batch.ndjson"]);

        Assert.Equal(1, ended.Code);
        Assert.Contains("Line 1 is no JSON object", ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("""{"errors":[]}""", ended.Output.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("graphql validate")]
    [InlineData("graphql validate --schema nowhere.graphql --document nowhere.graphql")]
    [InlineData("graphql validate --batch nowhere.ndjson")]
    [InlineData("graphql validate --batch a --schema b")]
    [InlineData("graphql execute")]
    [InlineData("graphql execute --document nowhere.graphql --url ftp://127.0.0.1/")]
    public async Task Bad_options_are_bad_usage(string line)
    {
        var ended = await CommandLine.RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.NotEmpty(ended.Errors);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_is_not_there_is_a_failure()
    {
        using var files = new Files(("q.graphql", "{ __typename }"));

        var ended = await CommandLine.RunAsync("graphql", "execute", "--document", files["q.graphql"], "--url", "http://127.0.0.1:9/graphql");

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("http://127.0.0.1:9/graphql did not answer", ended.Errors, StringComparison.Ordinal);
    }

    /// <summary>Files of one test.</summary>
    private sealed class Files : IDisposable
    {
        private readonly string folder = TestFolder.Create("graphql");

        public Files(params (string Name, string Text)[] files)
        {
            foreach (var (name, text) in files)
                File.WriteAllText(this[name], text);
        }

        public string this[string name] => Path.Combine(folder, name);

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
