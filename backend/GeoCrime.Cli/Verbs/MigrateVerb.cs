using System.CommandLine;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime migrate</c>: brings the database's schema up to date.</summary>
internal static class MigrateVerb
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database's schema up to date.");
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(arguments, cancellationToken);
            Console.WriteLine("The schema is up to date.");
            return 0;
        });
        return command;
    }
}
