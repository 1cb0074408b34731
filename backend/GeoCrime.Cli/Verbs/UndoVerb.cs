using System.CommandLine;
using GeoCrime.Data.Import;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime undo BATCH</c>: takes an import back.</summary>
internal static class UndoVerb
{
    private static readonly Argument<int> Batch = new("BATCH") { Description = "Number of the import, as ./geocrime imports lists it." };

    public static Command Create()
    {
        var command = new Command("undo", "Take an import back: what it added goes, what it corrected comes back.") { Batch };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(arguments, cancellationToken);
            var summary = await new BatchUndo(session.Database).RunAsync(arguments.GetValue(Batch), cancellationToken);
            var json = arguments.GetValue(SessionOptions.Json);
            Console.WriteLine(json
                ? JsonResult.Of(summary)
                : $"Undid import {summary.Batch} ({summary.File}): {summary.Removed:N0} incidents removed, {summary.Restored:N0} restored, {summary.Released:N0} quarantined rows forgotten.");
            if (!json)
                await OutdatedNote.WriteAsync(session, summary.Jurisdiction, cancellationToken);
            return 0;
        });
        return command;
    }
}
