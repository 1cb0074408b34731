using System.IO.Compression;
using System.Text;
using GeoCrime.Data.Import.Reading;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import;

/// <summary>A folder for the files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string folder = TestFolder.Create("import");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return memory.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public async Task<SourceFile> SourceAsync(string name, string text) => await SourceFile.InspectAsync(Write(name, text));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
