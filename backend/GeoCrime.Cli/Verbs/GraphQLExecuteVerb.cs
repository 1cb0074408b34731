using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime graphql execute</c>: asks a server and writes its answer as it is.</summary>
internal static class GraphQLExecuteVerb
{
    private const string DefaultUrl = "http://127.0.0.1:5080/graphql";

    private static readonly Option<FileInfo> Document = new("--document") { Description = "Document to execute.", Required = true };
    private static readonly Option<FileInfo?> Variables = new("--variables") { Description = "JSON object of variables." };
    private static readonly Option<string?> Operation = new("--operation") { Description = "Which operation of the document (default: its only one)." };
    private static readonly Option<string> Url = new("--url") { Description = $"Address of the API (default: {DefaultUrl}).", DefaultValueFactory = _ => DefaultUrl };

    public static Command Create()
    {
        var command = new Command("execute", "Execute a document on a server. Exit code 1 when the answer has errors.") { Document, Variables, Operation, Url };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(arguments.GetRequiredValue(Url), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new UsageException($"--url {arguments.GetValue(Url)} is no http or https address.");
        var body = new { query = GraphQLVerb.Read(arguments.GetRequiredValue(Document)), operationName = arguments.GetValue(Operation), variables = Read(arguments.GetValue(Variables)) };
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(body) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.9));
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(answer, cancellationToken);
            output.WriteByte((byte)'\n');
            return response.IsSuccessStatusCode && !HasErrors(answer) ? 0 : CommandRunner.Failed;
        }
        catch (HttpRequestException error)
        {
            await Console.Error.WriteLineAsync($"{url} did not answer: {error.Message}");
            return CommandRunner.Failed;
        }
    }

    private static JsonObject? Read(FileInfo? variables)
    {
        try
        {
            return variables is null ? null : JsonNode.Parse(GraphQLVerb.Read(variables))?.AsObject();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new UsageException($"{variables!.Name} is no JSON object: {error.Message}");
        }
    }

    private static bool HasErrors(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.TryGetProperty("errors", out _);
        }
        catch (JsonException)
        {
            // Whatever answered there is no GraphQL server.
            return true;
        }
    }
}
