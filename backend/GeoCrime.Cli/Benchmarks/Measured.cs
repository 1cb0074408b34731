using System.Diagnostics;
using System.Globalization;

namespace GeoCrime.Cli.Benchmarks;

/// <summary>How long some work took and how much memory it needed beyond what was there.</summary>
/// <param name="Seconds">Median.</param>
/// <param name="PeakBytes">Growth of the resident set from before the second run to its highest; null where the system does not tell.</param>
/// <param name="FirstPeakBytes">The same of the first run, which compiles the code as well.</param>
internal sealed record Measured(double Seconds, long? PeakBytes, long? FirstPeakBytes)
{
    /// <summary>Runs work some times: the first two are measured for memory, the others for time.</summary>
    public static Measured Of(Action work, int repeats = 5)
    {
        var first = Peak(work);
        var peak = Peak(work);
        var seconds = new double[repeats];
        for (var run = 0; run < repeats; run++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            work();
            seconds[run] = watch.Elapsed.TotalSeconds;
        }
        Array.Sort(seconds);
        return new Measured(seconds[repeats / 2], peak, first);
    }

    private static long? Peak(Action work)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Resident("VmRSS");
        ForgetPeak();
        work();
        return Resident("VmHWM") - before;
    }

    // Linux: 5 makes the kernel start the highest resident set anew.
    private static void ForgetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
            File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static long? Resident(string name)
    {
        if (!File.Exists("/proc/self/status"))
            return null;
        var line = File.ReadLines("/proc/self/status").First(each => each.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(string.Concat(line.Where(char.IsDigit)), CultureInfo.InvariantCulture);
    }
}
