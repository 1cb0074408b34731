using System.Diagnostics;
using System.Text.Json;
using GeoCrime.Tests;

namespace GeoCrime.GraphQL.Tests.Reference;

/// <summary>The npm package graphql, run by Node; installed once under obj by the lock file.</summary>
internal static class ReferenceImplementation
{
    private static readonly string Project = Path.Combine(RepositoryFiles.Root, "tests", "GeoCrime.GraphQL.Tests");

    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    public static string Schemas { get; } = Path.Combine(Project, "Schemas");

    public static string Schema(string name) => File.ReadAllText(Path.Combine(Schemas, name + ".graphql"));

    /// <summary>Answers of reference.mjs, one for each question, in their order.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AskAsync(IReadOnlyList<object> questions, CancellationToken cancellation)
    {
        var folder = await Installed.Value;
        using var node = Start("node", $"reference.mjs \"{Schemas}\"", folder);
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

    private static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Project, "obj", "reference");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Project, "reference")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        if (File.Exists(Path.Combine(folder, "node_modules", "graphql", "package.json")))
            return folder;
        using var npm = Start("npm", "ci --ignore-scripts --no-audit --no-fund --engine-strict=false", folder);
        npm.StandardInput.Close();
        var errors = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, errors);
        return folder;
    }

    private static Process Start(string program, string arguments, string folder) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
