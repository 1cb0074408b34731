using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Tests.Import.Reading;

public class GzipReaderTests
{
    private static readonly Arbitrary<byte[][]> Members =
        ArbMap.Default.ArbFor<byte>().Generator.ArrayOf().Resize(2000).ArrayOf().Where(members => members.Length > 0).Resize(4).ToArbitrary();

    [Fact]
    public void Any_members_come_out_joined() =>
        Prop.ForAll(Members, members =>
            ReadAll([.. members.SelectMany(TemporaryFolder.Gzip)]).SequenceEqual(members.SelectMany(member => member)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_file_cut_anywhere_is_not_taken_for_whole()
    {
        var whole = TemporaryFolder.Gzip(string.Concat(Enumerable.Range(0, 300).Select(number => $"row {number * 7919 % 1000}\n")));
        for (var length = 1; length < whole.Length; length++)
        {
            var error = Assert.Throws<ImportException>(() => ReadAll(whole[..length]));
            Assert.Matches("cut off or damaged|are damaged", error.Reason);
        }
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        var whole = TemporaryFolder.Gzip(string.Concat(Enumerable.Range(0, 300).Select(number => $"row {number * 7919 % 1000}\n")));
        // Behind the header's ten bytes every bit counts.
        for (var at = 10; at < whole.Length; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x10;
            Assert.Throws<ImportException>(() => ReadAll(damaged));
        }
    }

    [Fact]
    public void Name_extra_field_and_comment_of_a_header_are_passed_over()
    {
        var plain = TemporaryFolder.Gzip("abc");
        const byte extraNameCommentCrc = 4 | 8 | 16 | 2;
        byte[] header = [0x1F, 0x8B, 8, extraNameCommentCrc, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, (byte)'n', 0, (byte)'c', 0, 1, 2];

        Assert.Equal("abc"u8.ToArray(), ReadAll([.. header, .. plain.AsSpan(10)]));
    }

    [Fact]
    public void Zero_bytes_behind_the_last_member_are_padding()
    {
        Assert.Equal("abc"u8.ToArray(), ReadAll([.. TemporaryFolder.Gzip("abc"), .. new byte[600]]));
    }

    [Fact]
    public void Text_behind_the_last_member_is_an_error()
    {
        var error = Assert.Throws<ImportException>(() => ReadAll([.. TemporaryFolder.Gzip("abc"), .. "rest"u8]));
        Assert.Equal("f.gz: the gzip header is cut off or damaged", error.Message);
    }

    [Fact]
    public void Large_random_data_equal_what_the_framework_reads()
    {
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes.AsSpan(0, 1_500_000));
        var packed = TemporaryFolder.Gzip(bytes);
        using var framework = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var expected = new MemoryStream();
        framework.CopyTo(expected);

        Assert.True(ReadAll(packed).AsSpan().SequenceEqual(expected.ToArray()));
    }

    private static byte[] ReadAll(byte[] packed)
    {
        using var reader = new GzipReader(new MemoryStream(packed), "f.gz");
        var result = new MemoryStream();
        reader.CopyTo(result);
        return result.ToArray();
    }
}
