using System.CommandLine;
using System.Text.Json;
using GeoCrime.Cli.Files;
using GeoCrime.GraphQL.Errors;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime graphql validate</c>: any document against any schema, by the rules of the specification.</summary>
internal static class GraphQLValidateVerb
{
    private const string StandardInput = "-";

    private static readonly Option<FileInfo?> Schema = new("--schema") { Description = "Schema in SDL." };
    private static readonly Option<FileInfo?> Document = new("--document") { Description = "Document to validate." };
    private static readonly Option<string?> Batch = new("--batch") { Description = "Lines of {\"schema\",\"document\"} (texts, not files); a line of {\"errors\"} is written for each. - reads standard input." };

    public static Command Create()
    {
        var command = new Command("validate", "Validate a document; errors are printed with line and column. Exit code 1 when it is invalid.") { Schema, Document, Batch };
        command.SetAction(arguments => (arguments.GetValue(Batch), arguments.GetValue(Schema), arguments.GetValue(Document)) switch
        {
            ({ } batch, null, null) => RunBatch(batch),
            (null, { } schema, { } document) => Run(schema, document, arguments.GetValue(SessionOptions.Json)),
            _ => throw new UsageException("Give --schema and --document, or --batch alone."),
        });
        return command;
    }

    private static int Run(FileInfo schema, FileInfo document, bool json)
    {
        var (errors, inSchema) = new SchemaShelf().Validate(GraphQLVerb.Read(schema), GraphQLVerb.Read(document));
        var file = inSchema ? schema : document;
        if (json)
            Console.WriteLine(JsonResult.Of(new { valid = errors.Count == 0, file = file.Name, errors = errors.Select(Told) }));
        else if (errors.Count == 0)
            Console.WriteLine($"{document.Name} is valid.");
        else
            foreach (var error in errors)
                Console.WriteLine($"{file.Name}{Places(error)}: {error.Message}");
        return errors.Count == 0 ? 0 : CommandRunner.Failed;
    }

    // As editors read it: file:line:column; further places follow in parentheses.
    private static string Places(GraphQLError error) => error.Locations switch
    {
        [] => "",
        [var only] => $":{only}",
        _ => $":{error.Locations[0]} (and {string.Join(", ", error.Locations.Skip(1))})",
    };

    private static int RunBatch(string batch)
    {
        var shelf = new SchemaShelf();
        var failed = false;
        using var output = new StreamWriter(Console.OpenStandardOutput());
        // Who asks line by line waits for each answer.
        output.AutoFlush = batch == StandardInput;
        foreach (var (line, number) in Lines(batch).Select((line, index) => (line, index + 1)))
        {
            var errors = Question(line) is var (schema, document)
                ? shelf.Validate(schema, document).Errors
                : [new GraphQLError($"Line {number} is no JSON object with the texts \"schema\" and \"document\".", ErrorCodes.BadRequest)];
            failed |= errors is [{ Code: ErrorCodes.BadRequest }];
            output.WriteLine(JsonResult.LineOf(new { errors = errors.Select(Told) }));
        }
        return failed ? CommandRunner.Failed : 0;
    }

    private static IEnumerable<string> Lines(string batch)
    {
        if (batch != StandardInput && !File.Exists(batch))
            throw new UsageException($"There is no file {batch}.");
        using var input = batch == StandardInput ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(batch);
        while (input.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line;
    }

    private static (string Schema, string Document)? Question(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("schema").GetString() is { } schema && json.RootElement.GetProperty("document").GetString() is { } document
                ? (schema, document)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static object Told(GraphQLError error) => new { message = error.Message, locations = error.Locations.Select(place => new { line = place.Line, column = place.Column }) };
}
