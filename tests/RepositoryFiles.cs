namespace GeoCrime.Tests;

/// <summary>Where tests find files of the checkout, and the open data beside it.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>A reference file under tests/golden.</summary>
    public static string Golden(string name) => Path.Combine(Root, "tests", "golden", name);

    /// <summary>A published data set beside the checkout; the calling test is skipped where it is absent.</summary>
    public static string OpenData(string name)
    {
        var path = Path.Combine(Root, "..", "shared", "data", name);
        Assert.SkipUnless(File.Exists(path), $"needs the open data file {name} in ../shared/data");
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GeoCrime.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"GeoCrime.sln is not above {AppContext.BaseDirectory}");
    }
}
