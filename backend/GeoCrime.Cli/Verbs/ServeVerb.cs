using System.CommandLine;
using System.Diagnostics;
using GeoCrime.Api.Hosting;
using Microsoft.Extensions.Hosting;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime serve</c>: the map and the API on loopback until it is stopped.</summary>
internal static class ServeVerb
{
    private const int DefaultPort = 5080;

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "TCP port on 127.0.0.1.", DefaultValueFactory = _ => DefaultPort };
        var noSample = new Option<bool>("--no-sample") { Description = "Leave an empty database empty; without it the sample city is loaded." };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Do not open a browser." };
        var command = new Command("serve", "Serve the map and the API on loopback; Ctrl-C stops everything that was started.") { port, noSample, noBrowser };
        command.SetAction((arguments, cancellationToken) => ServeAsync(
            arguments, arguments.GetValue(port), !arguments.GetValue(noSample), !arguments.GetValue(noBrowser), cancellationToken));
        return command;
    }

    private static async Task<int> ServeAsync(ParseResult arguments, int port, bool sample, bool browser, CancellationToken cancellationToken)
    {
        if (port is < 0 or > 65535)
            throw new UsageException($"--port {port} is outside 0…65535.");
        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        await using var app = Build(session, port, Path.Combine(Session.DataFolder(arguments), "uploads"));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new UsageException($"Port {port} is in use. Choose another one with --port N.");
        }
        var address = app.Urls.First();
        Console.WriteLine($"GeoCrime is at {address}");
        if (browser)
            Open(address);
        var first = sample ? FirstStart.RunAsync(session, app.Services, cancellationToken) : Task.CompletedTask;
        // Ctrl-C and SIGTERM reach the host's own lifetime as well as this token; whichever comes first ends both.
        using var stopping = cancellationToken.Register(app.Lifetime.StopApplication);
        await app.WaitForShutdownAsync(CancellationToken.None);
        await first.WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.Error.WriteLine("Stopped.");
        return 0;
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(Session session, int port, string uploads)
    {
        try
        {
            return WebServer.Build(new WebServerOptions(
                session.Database, port, Path.Combine(Session.Home, "frontend", "dist"), Session.GisData) { UploadFolder = uploads });
        }
        catch (Exception error) when (error is ArgumentException or DirectoryNotFoundException)
        {
            // What an operator set in appsettings.json or the environment.
            throw new UsageException(error.Message);
        }
    }

    /// <summary>Opens the user's browser where there is one; a server without a desktop has none, and that is no failure.</summary>
    private static void Open(string address)
    {
        var program = OperatingSystem.IsMacOS() ? "/usr/bin/open" : "/usr/bin/xdg-open";
        if (File.Exists(program))
            Process.Start(new ProcessStartInfo(program, address) { RedirectStandardError = true, RedirectStandardOutput = true })?.Dispose();
    }
}
