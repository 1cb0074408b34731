using System.Text.Json;
using GeoCrime.Tests;

namespace GeoCrime.GraphQL.Tests.Reference;

/// <summary>The npm package graphql, run by Node; installed once under obj by the lock file.</summary>
internal static class ReferenceImplementation
{
    private static readonly string Project = Path.Combine(RepositoryFiles.Root, "tests", "GeoCrime.GraphQL.Tests");

    private static readonly NodeProject Node = NodeProject.Of("GeoCrime.GraphQL.Tests");

    public static string Schemas { get; } = Path.Combine(Project, "Schemas");

    public static string Schema(string name) => File.ReadAllText(Path.Combine(Schemas, name + ".graphql"));

    /// <summary>Answers of reference.mjs, one for each question, in their order.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AskAsync(IReadOnlyList<object> questions, CancellationToken cancellation)
    {
        using var node = await Node.StartAsync("reference.mjs", $"\"{Schemas}\"");
        var asking = Task.Run(
            async () =>
            {
                foreach (var question in questions)
                    await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question));
                node.StandardInput.Close();
            },
            cancellation);
        var answers = new List<JsonElement>();
        while (await node.StandardOutput.ReadLineAsync(cancellation) is { } line)
            answers.Add(JsonDocument.Parse(line).RootElement);
        await asking;
        Assert.True(answers.Count == questions.Count, await node.StandardError.ReadToEndAsync(cancellation));
        return answers;
    }
}
