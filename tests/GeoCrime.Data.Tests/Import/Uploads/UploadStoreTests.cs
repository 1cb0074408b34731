using System.Text;
using GeoCrime.Data.Import.Uploads;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import.Uploads;

public sealed class UploadStoreTests : IDisposable
{
    private readonly string folder = TestFolder.New("uploads");

    [Fact]
    public async Task A_file_is_kept_under_its_name_for_its_owner_alone_and_found_again()
    {
        var store = new UploadStore(folder, 100);
        var upload = await store.SaveAsync("crime.csv", Content("a,b\n"), CancellationToken.None);

        Assert.Equal(("crime.csv", 4L), (upload.Name, upload.Bytes));
        Assert.Equal(upload, store.Find(upload.Id));
        Assert.Equal("a,b\n", await File.ReadAllTextAsync(upload.Path, TestContext.Current.CancellationToken));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(upload.Path));
        Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(folder));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\files\\crime.csv", "crime.csv")]
    [InlineData("..", "file")]
    [InlineData("a\u001b[31m;rm *.csv", "a31mrm .csv")]
    [InlineData("x.part", "file")]
    [InlineData("Straße (2024).csv", "Straße (2024).csv")]
    public async Task A_name_keeps_neither_folders_nor_what_a_terminal_would_read(string name, string kept)
    {
        var upload = await new UploadStore(folder, 100).SaveAsync(name, Content("x"), CancellationToken.None);

        Assert.Equal(kept, upload.Name);
        Assert.StartsWith(folder + "/", Path.GetFullPath(upload.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_greatest_size_is_taken_and_one_byte_more_is_not()
    {
        var store = new UploadStore(folder, 10);
        await store.SaveAsync("a", Content("0123456789"), CancellationToken.None);
        var error = await Assert.ThrowsAsync<UploadException>(() => store.SaveAsync("b", Content("0123456789!"), CancellationToken.None));

        Assert.Equal(UploadFault.TooLarge, error.Fault);
        Assert.StartsWith("The file is larger than 10 bytes, the most that this server takes.", error.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(folder));
    }

    [Fact]
    public async Task An_empty_file_is_refused_and_leaves_nothing()
    {
        var error = await Assert.ThrowsAsync<UploadException>(() => new UploadStore(folder, 10).SaveAsync("a", Content(""), CancellationToken.None));

        Assert.Equal((UploadFault.Empty, "The file is empty."), (error.Fault, error.Message));
        Assert.Empty(Directory.GetDirectories(folder));
    }

    [Fact]
    public async Task A_sender_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => new UploadStore(folder, 1000).SaveAsync("a", new BrokenStream(), CancellationToken.None));

        Assert.Empty(Directory.GetDirectories(folder));
    }

    [Fact]
    public async Task Only_files_that_were_not_used_for_a_day_are_swept()
    {
        var store = new UploadStore(folder, 100);
        var old = await store.SaveAsync("old.csv", Content("x"), CancellationToken.None);
        var used = await store.SaveAsync("used.csv", Content("x"), CancellationToken.None);
        foreach (var upload in new[] { old, used })
            Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(upload.Path)!, DateTime.UtcNow.AddHours(-25));
        UploadStore.Touch(used);
        // What is no upload is not ours to remove.
        Directory.CreateDirectory(Path.Combine(folder, "other"));
        Directory.SetLastWriteTimeUtc(Path.Combine(folder, "other"), DateTime.UtcNow.AddDays(-9));

        Assert.Equal(1, store.Sweep(DateTime.UtcNow));
        Assert.Null(store.Find(old.Id));
        Assert.NotNull(store.Find(used.Id));
        Assert.True(Directory.Exists(Path.Combine(folder, "other")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../uploads")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    public void What_is_no_id_finds_and_removes_nothing(string id)
    {
        Directory.CreateDirectory(folder);
        var store = new UploadStore(folder, 100);

        Assert.Null(store.Find(id));
        Assert.False(store.Remove(id));
        Assert.True(Directory.Exists(folder));
    }

    [Theory]
    [InlineData(1234, "1,234 bytes")]
    [InlineData(200L << 20, "200 MB")]
    [InlineData(2L << 30, "2 GB")]
    [InlineData((3L << 30) / 2, "1.5 GB")]
    public void Sizes_are_said_in_the_largest_unit(long bytes, string words) => Assert.Equal(words, UploadStore.InWords(bytes));

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Gives a few bytes, then fails as a connection that was cut.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private bool given;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (given)
                throw new IOException("The connection was reset.");
            given = true;
            return ValueTask.FromResult(5);
        }
    }
}
