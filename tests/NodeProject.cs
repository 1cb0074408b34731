using System.Diagnostics;

namespace GeoCrime.Tests;

/// <summary>A folder of scripts with a lock file, whose packages are installed once under obj.</summary>
/// <param name="source">Folder of package.json, package-lock.json and the scripts.</param>
/// <param name="target">Where they are copied and installed.</param>
internal sealed class NodeProject(string source, string target)
{
    private readonly Lazy<Task> installed = new(() => InstallAsync(source, target));

    public static NodeProject Of(string testProject)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tests", testProject);
        return new NodeProject(Path.Combine(folder, "reference"), Path.Combine(folder, "obj", "reference"));
    }

    /// <summary>Starts one of the scripts; the caller talks to it and waits for it.</summary>
    public async Task<Process> StartAsync(string script, string arguments)
    {
        await installed.Value;
        return Start("node", $"{script} {arguments}", target);
    }

    private static async Task InstallAsync(string source, string target)
    {
        Directory.CreateDirectory(target);
        var changed = false;
        foreach (var file in Directory.GetFiles(source))
        {
            var copy = Path.Combine(target, Path.GetFileName(file));
            changed |= Path.GetFileName(file) == "package-lock.json" && !(File.Exists(copy) && await File.ReadAllTextAsync(copy) == await File.ReadAllTextAsync(file));
            File.Copy(file, copy, overwrite: true);
        }
        if (!changed && Directory.Exists(Path.Combine(target, "node_modules")))
            return;
        using var npm = Start("npm", "ci --ignore-scripts --no-audit --no-fund --engine-strict=false", target);
        npm.StandardInput.Close();
        var errors = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, errors);
    }

    private static Process Start(string program, string arguments, string folder) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
