using System.Runtime.InteropServices;

namespace GeoCrime.Cli;

/// <summary>What a benchmark's result says about where it ran.</summary>
internal static class Machine
{
    public static string Processor { get; } = File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1] ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
