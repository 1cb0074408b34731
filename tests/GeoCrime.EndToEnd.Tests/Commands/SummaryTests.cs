using System.Diagnostics;
using GeoCrime.Tests;

namespace GeoCrime.EndToEnd.Tests.Commands;

/// <summary><c>.ci/summary</c>, which closes <c>./test</c> and <c>.ci/run</c>, on what the runners print.</summary>
public class SummaryTests
{
    private const string Passing = "Passed!  - Failed:     0, Passed:    34, Skipped:     0, Total:    34, Duration: 1 s - GeoCrime.Domain.Tests.dll (net10.0)";
    private const string Failing = "Failed!  - Failed:     2, Passed:     3, Skipped:     1, Total:     6, Duration: 4 s - GeoCrime.Data.Tests.dll (net10.0)";
    private const string Skipping = "Skipped! - Failed:     0, Passed:     0, Skipped:     5, Total:     5, Duration: 1 s - GeoCrime.Api.Tests.dll (net10.0)";
    private const string Vitest = " \u001b[2m Test Files \u001b[22m \u001b[1m\u001b[32m9 passed\u001b[39m\u001b[22m (9)\n\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[32m81 passed\u001b[39m\u001b[22m (81)";
    private const string VitestFailing = " Test Files  1 failed | 8 passed (9)\n      Tests  1 failed | 78 passed | 2 skipped (81)";

    public static TheoryData<string, int, string, int> Logs => new()
    {
        { Passing, 0, "34 passed, 0 failed", 0 },
        { $"{Passing}\n{Passing}\n{Vitest}", 0, "149 passed, 0 failed", 0 },
        { $"{Passing}\n{Skipping}", 0, "34 passed, 0 failed, 5 skipped", 0 },
        { $"{Passing}\n{Failing}\n{Skipping}\n{Vitest}", 1, "118 passed, 2 failed, 6 skipped", 1 },
        { $"{Passing}\n{VitestFailing}", 1, "112 passed, 1 failed, 2 skipped", 1 },
        // A runner that ends badly without a count, such as a type error of the front end.
        { $"{Passing}\nsrc/App.tsx(3,1): error TS2304: Cannot find name 'x'.", 1, "34 passed, 1 failed", 1 },
        { "Test run aborted.", 1, "0 passed, 1 failed", 1 },
        // Nothing ran: no success.
        { "", 0, "0 passed, 0 failed", 1 },
        // What a failed test quotes is no count.
        { $"{Failing}\n  Assert.Equal() Failure\n   {Passing}", 1, "3 passed, 2 failed, 1 skipped", 1 },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public async Task Counts_of_all_runners_add_up_on_the_last_line(string log, int broken, string line, int code)
    {
        using var summary = Process.Start(new ProcessStartInfo("bash", [Path.Combine(RepositoryFiles.Root, ".ci", "summary"), $"{broken}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await summary.StandardInput.WriteAsync(log);
        summary.StandardInput.Close();
        var output = await summary.StandardOutput.ReadToEndAsync();
        await summary.WaitForExitAsync();

        Assert.Equal((line, code), (output.TrimEnd('\n').Split('\n')[^1], summary.ExitCode));
    }

    [Fact]
    public async Task Both_commands_end_with_the_summary()
    {
        var test = await File.ReadAllLinesAsync(Path.Combine(RepositoryFiles.Root, "test"));
        Assert.Equal(".ci/summary $broken <\"$log\"", test[^1]);
        var run = await File.ReadAllLinesAsync(Path.Combine(RepositoryFiles.Root, ".ci", "run"));
        Assert.EndsWith("/../test\"", run[^1], StringComparison.Ordinal);
    }
}
