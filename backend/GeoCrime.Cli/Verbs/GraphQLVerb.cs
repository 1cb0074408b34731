using System.CommandLine;
using GeoCrime.Api.Schema;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime graphql</c>: the schema, documents and a server's answers from the command line; needs no database.</summary>
internal static class GraphQLVerb
{
    public static Command Create()
    {
        var printSchema = new Command("print-schema", "Print the schema that this product serves.");
        printSchema.SetAction(arguments =>
        {
            Console.WriteLine(arguments.GetValue(SessionOptions.Json) ? JsonResult.Of(new { sdl = ServedSchema.Sdl }) : ServedSchema.Sdl.TrimEnd());
            return 0;
        });
        return new Command("graphql", "Print the API's schema, validate documents, ask a server.") { printSchema, GraphQLValidateVerb.Create(), GraphQLExecuteVerb.Create() };
    }

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static string Read(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(error.Message);
        }
    }
}
