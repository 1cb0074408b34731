namespace GeoCrime.Data.Cluster;

/// <summary>
/// postmaster.pid in a cluster's data folder: process id on the first line, port on the fourth. After a power cut it
/// stays behind, and its process id may belong to another process by now, or to one that ended and was never reaped:
/// pg_ctl then takes the cluster for running, and PostgreSQL refuses to start it.
/// </summary>
internal static class PostmasterFile
{
    public static int Port(string data) => int.Parse(File.ReadAllLines(PathIn(data))[3]);

    /// <summary>Whether the file names a process that is no PostgreSQL server of this folder. False where the system has no /proc to tell.</summary>
    public static bool IsStale(string data)
    {
        if (!File.Exists(PathIn(data)) || !Directory.Exists("/proc/self"))
            return false;
        // A server works in its data folder, by whatever name it was given; a process that ended works nowhere.
        var process = File.ReadLines(PathIn(data)).First().Trim();
        var seen = $"/proc/{process}/cwd/postmaster.pid";
        try
        {
            return !File.Exists(seen) || File.ReadAllText(seen) != File.ReadAllText(PathIn(data));
        }
        catch (IOException)
        {
            // It ended between the two looks.
            return true;
        }
    }

    public static void RemoveStale(string data)
    {
        if (IsStale(data))
            File.Delete(PathIn(data));
    }

    private static string PathIn(string data) => Path.Combine(data, "postmaster.pid");
}
