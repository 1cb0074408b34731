using System.Net;
using System.Net.Sockets;
using GeoCrime.Data.Cluster;
using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Commands;

public class StartTests
{
    [Fact]
    public async Task Two_first_starts_at_once_make_one_database()
    {
        using var folder = new DataFolder();
        var starts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Server.StartAsync(folder.Path, options: "--no-sample")));
        await using var first = starts[0];
        await using var second = starts[1];

        Assert.NotEqual(first.Address, second.Address);
        foreach (var server in starts)
            Assert.Equal(0, (await server.Api.AskAsync("{ jurisdictions { code } }")).GetProperty("jurisdictions").GetArrayLength());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1500)]
    [InlineData(4000)]
    public async Task A_signal_in_the_middle_of_the_first_start_leaves_no_process_and_the_next_start_works(int milliseconds)
    {
        using var folder = new DataFolder();
        await using (var first = CommandLine.Start("serve", "--port", "0", "--data", folder.Path, "--no-browser", "--no-sample"))
        {
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            Signal.Terminate.Send(first.Id);
            await first.EndAsync();
        }
        Assert.Empty(folder.Processes());

        await using var next = await Server.StartAsync(folder.Path, options: "--no-sample");
        Assert.Equal(0, (await next.Api.AskAsync("{ jurisdictions { code } }")).GetProperty("jurisdictions").GetArrayLength());
    }

    [Fact]
    public async Task A_folder_that_the_database_account_cannot_reach_is_bad_usage_and_names_the_option()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root starts PostgreSQL under another account");
        using var closed = new DataFolder();
        File.SetUnixFileMode(closed.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var ended = await CommandLine.RunAsync("serve", "--port", "0", "--no-browser", "--data", Path.Combine(closed.Path, "inner"));

        Assert.Equal(2, ended.Code);
        Assert.Contains("--data", ended.Errors, StringComparison.Ordinal);
        Assert.Contains(closed.Path, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_bad_usage_and_stops_the_database_again()
    {
        using var folder = new DataFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var ended = await CommandLine.RunAsync("serve", "--port", $"{port}", "--no-browser", "--data", folder.Path);

        Assert.Equal((2, $"Port {port} is in use. Choose another one with --port N."), (ended.Code, ended.Errors));
        Assert.Empty(folder.Processes());
    }

    [Fact]
    public async Task A_database_starts_again_though_another_process_has_its_old_process_id()
    {
        using var folder = new DataFolder();
        var file = Path.Combine(folder.Path, "postgres", "postmaster.pid");
        string[] lines;
        await using (await PrivateCluster.AcquireAsync(folder.Path, TestContext.Current.CancellationToken))
            lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        // What a power cut leaves behind, with the id of a process that is alive but no database.
        await File.WriteAllLinesAsync(file, lines.Skip(1).Prepend($"{Environment.ProcessId}"), TestContext.Current.CancellationToken);

        await using var again = await PrivateCluster.AcquireAsync(folder.Path, TestContext.Current.CancellationToken);

        Assert.NotEmpty(folder.Processes());
    }

    [Fact]
    public async Task An_existing_database_is_used_in_place_of_the_private_one()
    {
        using var other = new DataFolder();
        await using var cluster = await PrivateCluster.AcquireAsync(other.Path, TestContext.Current.CancellationToken);
        using var folder = new DataFolder();

        await using var server = await Server.StartAsync(folder.Path, database: cluster.ConnectionString, options: "--no-sample");

        Assert.Equal(0, (await server.Api.AskAsync("{ jurisdictions { code } }")).GetProperty("jurisdictions").GetArrayLength());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.Equal(0, (await server.EndAsync(Signal.Terminate)).Code);
        // What GeoCrime did not start it does not stop.
        Assert.NotEmpty(other.Processes());
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody;Password=secret;Database=none")]
    [InlineData("this is no connection string")]
    public async Task An_existing_database_that_does_not_answer_is_bad_usage_and_keeps_the_password_to_itself(string database)
    {
        await using var command = CommandLine.Start(["migrate"], database);

        var ended = await command.EndAsync();

        Assert.Equal(2, ended.Code);
        Assert.Contains("GEOCRIME_DATABASE", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.Split('\n'));
    }
}
