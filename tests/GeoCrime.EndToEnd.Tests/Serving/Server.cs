namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>A running <c>geocrime serve</c>.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly CommandLine command;

    private Server(CommandLine command, Uri address)
    {
        this.command = command;
        Address = address;
        Api = new Api(address);
    }

    public Uri Address { get; }

    public Api Api { get; }

    public string Errors => command.Errors;

    /// <summary>Starts a server and waits until it says where it is.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <param name="database">Value of GEOCRIME_DATABASE; null leaves it unset.</param>
    /// <param name="options">More options of the verb.</param>
    public static Task<Server> StartAsync(string folder, int port = 0, string? database = null, params string[] options) =>
        StartAsync(folder, [], port, database, options);

    /// <param name="folder">Its data folder.</param>
    /// <param name="settings">Environment variables, such as BaseMap__Raster.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <param name="database">Value of GEOCRIME_DATABASE; null leaves it unset.</param>
    /// <param name="options">More options of the verb.</param>
    public static async Task<Server> StartAsync(string folder, (string Name, string Value)[] settings, int port = 0, string? database = null, params string[] options)
    {
        var command = CommandLine.Start(["serve", "--port", port.ToString(), "--data", folder, "--no-browser", .. options], database, settings);
        try
        {
            return new Server(command, new Uri(await command.LineAsync("GeoCrime is at ")));
        }
        catch
        {
            await command.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the server and returns how.</summary>
    public async Task<Ended> EndAsync(Signal signal)
    {
        signal.Send(command.Id);
        return await command.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await command.DisposeAsync();
    }
}
