using System.Buffers.Binary;
using System.IO.Compression;

namespace GeoCrime.Data.Import.Reading;

/// <summary>Inflates a gzip file of one or more members and checks length and checksum of each.</summary>
/// <remarks>The framework's GZipStream ends silently where a file is cut off, and does not check what it inflated; a cut import must not look complete.</remarks>
internal sealed class GzipReader(Stream source, string file) : ForwardStream
{
    private readonly GzipInput input = new(source);
    private DeflateStream? inflate;
    private Crc32 crc;
    private uint length;
    private bool ended;

    public override int Read(Span<byte> buffer)
    {
        while (!ended && buffer.Length > 0)
        {
            inflate ??= StartMember();
            var count = Inflate(buffer);
            if (count > 0)
            {
                crc.Append(buffer[..count]);
                length += (uint)count;
                return count;
            }
            FinishMember();
        }
        return 0;
    }

    private int Inflate(Span<byte> buffer)
    {
        try
        {
            return inflate!.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw new ImportException(file, null, "the gzip data are damaged", error);
        }
    }

    private DeflateStream StartMember()
    {
        if (!input.SkipHeader())
            throw new ImportException(file, null, "the gzip header is cut off or damaged");
        crc = default;
        length = 0;
        return new DeflateStream(input, CompressionMode.Decompress, leaveOpen: true);
    }

    private void FinishMember()
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], length);
        if (!input.RewindBehind(trailer))
            throw new ImportException(file, null, "the gzip data are cut off or damaged: the checksum at their end is missing");
        inflate!.Dispose();
        inflate = null;
        ended = !input.StartsMember();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflate?.Dispose();
            input.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}
