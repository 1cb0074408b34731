using System.CommandLine;
using GeoCrime.Data.Import;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime imports</c>: lists imports, the latest first.</summary>
internal static class ImportsVerb
{
    private static readonly Option<string?> Jurisdiction = new("--jurisdiction") { Description = "Code of one jurisdiction (default: all)." };

    public static Command Create()
    {
        var command = new Command("imports", "List imports, the latest first.") { Jurisdiction };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(arguments, cancellationToken);
            var batches = await new BatchList(session.Database).ReadAsync(arguments.GetValue(Jurisdiction), cancellationToken);
            if (arguments.GetValue(SessionOptions.Json))
                Console.WriteLine(JsonResult.Of(batches));
            else
                foreach (var batch in batches)
                    Write(batch);
            return 0;
        });
        return command;
    }

    private static void Write(BatchEntry batch)
    {
        var rows = batch.Rows;
        Console.WriteLine($"{batch.Batch,6} {batch.State,-8} {batch.Jurisdiction} ({batch.Source}) {batch.File}, {batch.StartedAt:yyyy-MM-dd HH:mm} UTC");
        Console.WriteLine($"       {rows.Read:N0} rows: {rows.Accepted:N0} accepted ({rows.Corrected:N0} corrected, {rows.Unlocated:N0} unlocated), {rows.Quarantined:N0} quarantined, {rows.Duplicates:N0} duplicates");
        if (batch.Error is not null)
            Console.WriteLine($"       {batch.Error}");
    }
}
