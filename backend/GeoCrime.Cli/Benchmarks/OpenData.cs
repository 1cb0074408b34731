namespace GeoCrime.Cli.Benchmarks;

/// <summary>Where the published data sets lie that benchmarks read.</summary>
internal static class OpenData
{
    /// <summary>The folder that GEOCRIME_OPEN_DATA names, or the one beside the checkout.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("GEOCRIME_OPEN_DATA") ?? Path.Combine("..", "shared", "data");

    /// <summary>What a timing is worth: the machine it was taken on.</summary>
    public static string Machine { get; } = $"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}";

    /// <exception cref="UsageException">A file is missing; the message names it.</exception>
    public static string Require(string folder, IReadOnlyList<string> files) => files.FirstOrDefault(file => !File.Exists(Path.Combine(folder, file))) is { } missing
        ? throw new UsageException($"{Path.Combine(folder, missing)} does not exist; --data names the folder of the published data sets.")
        : folder;
}
