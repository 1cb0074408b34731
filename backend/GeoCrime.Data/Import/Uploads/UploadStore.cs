using System.Globalization;
using System.Security.Cryptography;

namespace GeoCrime.Data.Import.Uploads;

/// <summary>A file that somebody sent, on disk.</summary>
/// <param name="Id">32 hexadecimal digits, drawn at random: whoever does not know it cannot name the file.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Name">As the sender called it, without folders.</param>
public sealed record Upload(string Id, string Path, string Name, long Bytes);

/// <summary>Keeps files that were sent until they are imported, a day at most.</summary>
/// <param name="folder">Made when the first file comes; for the owner alone.</param>
/// <param name="mostBytes">Greatest size of one file, &gt; 0.</param>
public sealed class UploadStore(string folder, long mostBytes)
{
    /// <summary>How long a file is kept after it was last used.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private const int IdBytes = 16;
    private const int LongestName = 120;
    private const string Unfinished = ".part";
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public long MostBytes => mostBytes;

    /// <summary>Writes a file as it comes; one that breaks off, is too large or does not fit on the disk leaves nothing.</summary>
    /// <exception cref="UploadException">It is empty, too large, or the disk is full.</exception>
    /// <exception cref="OperationCanceledException">The sender went away.</exception>
    public async Task<Upload> SaveAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true);
        var own = Path.Combine(folder, id);
        Directory.CreateDirectory(folder, OwnerFolder);
        Directory.CreateDirectory(own, OwnerFolder);
        var path = Path.Combine(own, Safe(name));
        try
        {
            var bytes = await WriteAsync(path + Unfinished, content, cancellationToken);
            if (bytes == 0)
                throw new UploadException(UploadFault.Empty, "The file is empty.");
            File.Move(path + Unfinished, path);
            return new Upload(id, path, Path.GetFileName(path), bytes);
        }
        catch (Exception error)
        {
            Directory.Delete(own, recursive: true);
            if (error is IOException full && IsDiskFull(full))
                throw new UploadException(UploadFault.DiskFull, "There is not enough room on the server's disk for this file.");
            throw;
        }
    }

    /// <summary>The file of an id; null where there is none, or no longer.</summary>
    public Upload? Find(string id)
    {
        if (!IsId(id) || !Directory.Exists(Path.Combine(folder, id)))
            return null;
        var file = new DirectoryInfo(Path.Combine(folder, id)).EnumerateFiles().FirstOrDefault(each => each.Extension != Unfinished);
        return file is null ? null : new Upload(id, file.FullName, file.Name, file.Length);
    }

    /// <summary>Starts the file's day anew.</summary>
    public static void Touch(Upload upload) => Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(upload.Path)!, DateTime.UtcNow);

    /// <returns>Whether there was such a file.</returns>
    public bool Remove(string id)
    {
        if (!IsId(id) || !Directory.Exists(Path.Combine(folder, id)))
            return false;
        Directory.Delete(Path.Combine(folder, id), recursive: true);
        return true;
    }

    /// <summary>Removes files that were not used for a day, unfinished ones among them.</summary>
    /// <returns>How many.</returns>
    public int Sweep(DateTime now)
    {
        if (!Directory.Exists(folder))
            return 0;
        var old = Directory.GetDirectories(folder).Where(each => IsId(Path.GetFileName(each)) && Directory.GetLastWriteTimeUtc(each) < now - Kept).ToList();
        foreach (var each in old)
            Directory.Delete(each, recursive: true);
        return old.Count;
    }

    /// <summary>"2 GB", "200 MB" or "1,234 bytes".</summary>
    public static string InWords(long bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.#} GB"),
        >= 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes"),
    };

    /// <summary>What is said of a file that is larger than allowed.</summary>
    public UploadException TooLarge() =>
        new(UploadFault.TooLarge, $"The file is larger than {InWords(mostBytes)}, the most that this server takes. Pack it with gzip, load it with ./geocrime import, or raise the setting Import:MaxUploadBytes.");

    private async Task<long> WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using var file = new FileStream(path, options);
        var buffer = new byte[1 << 17];
        long bytes = 0;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if ((bytes += count) > mostBytes)
                throw TooLarge();
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
        return bytes;
    }

    private static bool IsId(string id) => id.Length == IdBytes * 2 && id.All(char.IsAsciiHexDigitLower);

    /// <summary>The name without folders and without characters that mean something to a shell or a terminal.</summary>
    private static string Safe(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Where(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' or '(' or ')')).Trim(' ', '.');
        if (safe.Length > LongestName)
            safe = safe[^LongestName..].TrimStart(' ', '.');
        return safe.Length == 0 || safe.EndsWith(Unfinished, StringComparison.Ordinal) ? "file" : safe;
    }

    private static bool IsDiskFull(IOException error)
    {
        const int noSpace = 28;
        return error.HResult == noSpace || error.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase);
    }
}
