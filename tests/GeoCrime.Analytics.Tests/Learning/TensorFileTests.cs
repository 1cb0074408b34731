using System.Text;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class TensorFileTests
{
    private static readonly TensorFile Example = new(
        new Dictionary<string, string> { ["format"] = "x", ["b"] = "ü" },
        [("w", [2, 2], [1, 2, 3, float.NaN]), ("empty", [0, 3], []), ("v", [1], [float.Epsilon])]);

    [Fact]
    public void Bytes_follow_the_published_layout()
    {
        var bytes = new TensorFile(new Dictionary<string, string>(), [("w", [1, 2], [1, -2])]).ToBytes();
        const string header = """{"__metadata__":{},"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""";
        var length = BitConverter.ToInt64(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal(header, Encoding.UTF8.GetString(bytes, 8, (int)length).TrimEnd());
        Assert.Equal([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0], bytes[(8 + (int)length)..]);
    }

    [Fact]
    public void Reading_gives_back_every_bit()
    {
        var read = TensorFile.FromBytes(Example.ToBytes());
        Assert.Equal("ü", read.Metadata["b"]);
        Assert.Equal(Example.Tensors.Select(t => t.Name), read.Tensors.Select(t => t.Name));
        Assert.Equal(Example.ToBytes(), read.ToBytes());
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        var bytes = Example.ToBytes();
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => TensorFile.FromBytes(bytes.AsSpan(0, length)));
        var error = Assert.Throws<InvalidDataException>(() => TensorFile.FromBytes(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Equal("the model file ends within tensor v: it is truncated", error.Message);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 some zip archive", "not a model")]
    [InlineData("\u0002\0\0\0\0\0\0\0[]", "not a safetensors header")]
    public void Foreign_files_are_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => TensorFile.FromBytes(Encoding.Latin1.GetBytes(text))).Message);

    [Fact]
    public void Bytes_after_the_last_tensor_are_refused() =>
        Assert.Equal(
            "the model file has 1 bytes after its last tensor",
            Assert.Throws<InvalidDataException>(() => TensorFile.FromBytes([.. Example.ToBytes(), 0])).Message);
}
