using System.Diagnostics;
using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Commands;

public class RestartTests(CutOffLoad load, ITestOutputHelper output) : IClassFixture<CutOffLoad>
{
    public static TheoryData<string> Signals => [Signal.Terminate.Name, Signal.Interrupt.Name];

    [Fact]
    public void A_load_that_a_power_cut_broke_off_goes_on_and_ends_with_every_row_once()
    {
        var rows = CutOffLoad.Rows();
        output.WriteLine($"cut off after {load.Before:N0} of {rows.Length:N0} rows");

        Assert.InRange(load.Before, 1, rows.Length - 1000);
        Assert.Equal(rows.Length, load.After.Quality("accepted") + load.After.Quality("quarantined") + load.After.Quality("duplicates"));
        Assert.Equal(rows.Length, load.After.Quality("rows"));
        // Only rows that repeat another one to the letter are duplicates: the second start read none of the stored ones again.
        Assert.Equal(rows.Length - rows.Distinct().Count(), load.After.Quality("duplicates"));
        Assert.Equal(load.After.Quality("accepted"), load.After.Incidents);
        Assert.Equal(load.After.Incidents, load.After.Sum("years"));
    }

    [Fact]
    public void A_stop_in_the_middle_of_the_first_training_ends_cleanly_and_says_so()
    {
        Assert.Equal(0, load.Stop.Code);
        Assert.EndsWith("Stopped.", load.Stop.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Quartz", load.Stop.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", load.Stop.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public async Task A_signal_ends_the_server_and_its_database(string signal)
    {
        await using var server = await Server.StartAsync(load.Folder.Path);
        Assert.NotEmpty(load.Folder.Processes());

        var ended = await server.EndAsync(new Signal(signal));

        Assert.Equal(0, ended.Code);
        Assert.Empty(load.Folder.Processes());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_kill_the_next_start_serves_the_same_version_and_figures(bool databaseToo)
    {
        await using (var killed = await Server.StartAsync(load.Folder.Path))
        {
            Assert.Equal(load.After, await Figures.OfAsync(killed));
            if (databaseToo)
                load.Folder.CutPower();
            else
                await killed.EndAsync(Signal.Kill);
        }
        var clock = Stopwatch.StartNew();

        await using var next = await Server.StartAsync(load.Folder.Path);

        Assert.Equal(load.After, await Figures.OfAsync(next));
        output.WriteLine($"the next start answered after {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.DoesNotContain("   at ", next.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_share_the_database_and_the_last_one_stops_it()
    {
        await using var first = await Server.StartAsync(load.Folder.Path);
        await using var second = await Server.StartAsync(load.Folder.Path);
        Assert.Equal(await Figures.OfAsync(first), await Figures.OfAsync(second));

        Assert.Equal(0, (await first.EndAsync(Signal.Terminate)).Code);
        Assert.Equal(load.After, await Figures.OfAsync(second));

        Assert.Equal(0, (await second.EndAsync(Signal.Terminate)).Code);
        Assert.Empty(load.Folder.Processes());
    }

    [Fact]
    public async Task A_verb_beside_a_server_uses_its_database_and_leaves_it_running()
    {
        await using var server = await Server.StartAsync(load.Folder.Path);

        var imports = await CommandLine.RunAsync("imports", "--json", "--data", load.Folder.Path);

        Assert.Equal((0, ""), (imports.Code, imports.Errors));
        Assert.Single(System.Text.Json.JsonElement.Parse(imports.Output).EnumerateArray());
        Assert.Equal(load.After, await Figures.OfAsync(server));
    }
}
