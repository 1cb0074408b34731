using System.CommandLine;
using GeoCrime.Api.Hosting;
using GeoCrime.Cli.Printing;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime briefing</c>: the briefing page of a jurisdiction or area as PDF.</summary>
internal static class BriefingVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Option<string> Jurisdiction = new("--jurisdiction") { Description = "Code of the jurisdiction.", Required = true };
    private static readonly Option<string?> Kind = new("--kind") { Description = "Area kind (default: the one with most areas)." };
    private static readonly Option<string?> Area = new("--area") { Description = "Code of one area; needs --kind." };
    private static readonly Option<FileInfo> Output = new("--out") { Description = "PDF file.", Required = true };
    private static readonly Option<string?> Server = new("--server") { Description = "Address of a running server, such as http://127.0.0.1:5080 (default: one is started on a free port for the print)." };

    public static Command Create()
    {
        var command = new Command("briefing", "Print the briefing of a jurisdiction or area: what changed, risk, staffing, scorecards and how they were made.") { Jurisdiction, Kind, Area, Output, Server };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(Area) is not null && arguments.GetValue(Kind) is null)
            throw new UsageException("--area needs --kind.");
        var program = ChromiumProgram.Find();
        var output = arguments.GetRequiredValue(Output);
        if (output.Directory is not { Exists: true })
            throw new UsageException($"--out {output.FullName}: the folder does not exist.");
        var pdf = arguments.GetValue(Server) is { } running
            ? await PrintAsync(program, await RunningAsync(running, cancellationToken), arguments, cancellationToken)
            : await ServeAndPrintAsync(program, arguments, cancellationToken);
        var part = output.FullName + ".part";
        await File.WriteAllBytesAsync(part, pdf, cancellationToken);
        File.Move(part, output.FullName, overwrite: true);
        Console.WriteLine(output.FullName);
        return 0;
    }

    private static async Task<byte[]> ServeAndPrintAsync(string program, ParseResult arguments, CancellationToken cancellationToken)
    {
        var frontend = Path.Combine(Session.Home, "frontend", "dist");
        if (!Directory.Exists(frontend))
            throw new UsageException($"The map application is not built: {frontend} is missing. ./run builds it.");
        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        var code = arguments.GetRequiredValue(Jurisdiction);
        await session.JurisdictionAsync(code, cancellationToken);
        await using var app = WebServer.Build(new WebServerOptions(session.Database, 0, frontend, Session.GisData));
        await app.StartAsync(cancellationToken);
        try
        {
            return await PrintAsync(program, new Uri(app.Urls.First()), arguments, cancellationToken);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<byte[]> PrintAsync(string program, Uri server, ParseResult arguments, CancellationToken cancellationToken)
    {
        var query = $"j={Uri.EscapeDataString(arguments.GetRequiredValue(Jurisdiction))}";
        if (arguments.GetValue(Kind) is { } kind)
            query += $"&kind={Uri.EscapeDataString(kind)}";
        if (arguments.GetValue(Area) is { } area)
            query += $"&area={Uri.EscapeDataString(area)}";
        await Console.Error.WriteLineAsync("Printing …");
        await using var chromium = await ChromiumProgram.StartAsync(program, cancellationToken);
        return await PagePrinter.PrintAsync(chromium.Control, new Uri(server, $"/briefing?{query}&print=1"), Patience, cancellationToken);
    }

    private static async Task<Uri> RunningAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || !server.IsLoopback || server.Scheme is not ("http" or "https"))
            throw new UsageException($"--server: '{address}' is not the address of a server on this machine, such as http://127.0.0.1:5080.");
        using var http = new HttpClient();
        try
        {
            using var answer = await http.GetAsync(new Uri(server, "/health"), cancellationToken);
        }
        catch (HttpRequestException error)
        {
            throw new UsageException($"--server: nothing answers at {address}: {error.Message}");
        }
        return server;
    }
}
