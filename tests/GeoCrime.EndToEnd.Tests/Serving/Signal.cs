using System.Diagnostics;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>A POSIX signal, sent to one process by its id.</summary>
/// <param name="Name">As kill(1) spells it.</param>
public sealed record Signal(string Name)
{
    public static Signal Interrupt { get; } = new("INT");

    public static Signal Terminate { get; } = new("TERM");

    public static Signal Kill { get; } = new("KILL");

    public void Send(int process)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-s", Name, process.ToString()]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }
}
