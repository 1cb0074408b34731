using System.CommandLine;
using GeoCrime.Data.Import.Categories;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime categories [FILE]</c>: writes a jurisdiction's category map as CSV, or sets it from one.</summary>
internal static class CategoriesVerb
{
    private static readonly Argument<string?> FilePath = new("FILE") { Description = "CSV with code,label,group,severity[,officer_initiated]; without it the map is written.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Jurisdiction = new("--jurisdiction") { Description = "Code of the jurisdiction.", Required = true };
    private static readonly Option<string?> Output = new("--out") { Description = "File to write to (default: stdout)." };

    public static Command Create()
    {
        var command = new Command("categories", "Write or set labels, groups and severity weights of offences. What is set stays when files are imported later.") { FilePath, Jurisdiction, Output };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetValue(FilePath);
        if (path is not null && !File.Exists(path))
            throw new UsageException($"{path}: no such file.");
        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        var jurisdiction = (await session.JurisdictionAsync(arguments.GetRequiredValue(Jurisdiction), cancellationToken)).Code;
        var map = new CategoryMap(session.Database);
        if (path is null)
        {
            var text = CategoryCsv.Write(await map.ReadAsync(jurisdiction, cancellationToken));
            if (arguments.GetValue(Output) is { } file)
                await File.WriteAllTextAsync(file, text, cancellationToken);
            else
                await Console.Out.WriteAsync(text);
            return 0;
        }
        using var reader = File.OpenText(path);
        var edits = CategoryCsv.Read(reader, Path.GetFileName(path));
        var changed = await map.SaveAsync(jurisdiction, edits, cancellationToken);
        var json = arguments.GetValue(SessionOptions.Json);
        Console.WriteLine(json
            ? JsonResult.Of(new { jurisdiction, read = edits.Count, changed })
            : $"{jurisdiction}: {changed} of {edits.Count} categories changed");
        if (!json)
            await OutdatedNote.WriteAsync(session, jurisdiction, cancellationToken);
        return 0;
    }
}
