using GeoCrime.Tests;

namespace GeoCrime.Architecture.Tests;

/// <summary>The sources of the checkout, without what builds and package managers put beside them.</summary>
internal static class SourceFiles
{
    private static readonly string[] Outside = ["obj", "bin", "node_modules", "dist"];

    /// <summary>Files under a folder, as paths from the root of the checkout with forward slashes.</summary>
    /// <param name="endings">With the dot.</param>
    public static IEnumerable<string> Under(string folder, params string[] endings)
    {
        var root = Path.Combine(RepositoryFiles.Root, folder);
        return Walk(new DirectoryInfo(root)).Where(file => endings.Contains(file.Extension))
            .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file.FullName).Replace('\\', '/'));
    }

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(RepositoryFiles.Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(inner => !Outside.Contains(inner.Name)).SelectMany(Walk));
}
