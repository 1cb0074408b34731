namespace GeoCrime.Cli.Files;

/// <summary>Where a verb's result goes: --out, complete or not at all, or stdout.</summary>
internal static class ResultFile
{
    /// <summary>Writes lines to a temporary name that then replaces the file; null writes to stdout.</summary>
    public static void Write(FileInfo? file, IEnumerable<string> lines)
    {
        if (file is null)
            foreach (var line in lines)
                Console.WriteLine(line);
        else
            Replace(file, part => File.WriteAllLines(part, lines));
    }

    /// <summary>Has a temporary name written that then replaces the file.</summary>
    public static void Replace(FileInfo file, Action<string> write)
    {
        var part = file.FullName + ".part";
        try
        {
            write(part);
            File.Move(part, file.FullName, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out {file.FullName} cannot be written: {error.Message}");
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>A field as CSV writes it.</summary>
    public static string Quote(string field) => field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
