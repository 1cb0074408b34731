namespace GeoCrime.Data.Import.Reading;

/// <summary>The checksum at the end of a gzip member (RFC 1952, section 8), eight bytes a step.</summary>
internal struct Crc32
{
    private static readonly uint[] Tables = MakeTables();

    private uint state;

    /// <summary>The checksum of all bytes appended so far.</summary>
    public readonly uint Value => state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = ~state;
        var tables = Tables;
        while (bytes.Length >= 8)
        {
            crc = tables[0x700 + ((crc ^ bytes[0]) & 0xFF)]
                ^ tables[0x600 + (((crc >> 8) ^ bytes[1]) & 0xFF)]
                ^ tables[0x500 + (((crc >> 16) ^ bytes[2]) & 0xFF)]
                ^ tables[0x400 + ((crc >> 24) ^ bytes[3])]
                ^ tables[0x300 + bytes[4]]
                ^ tables[0x200 + bytes[5]]
                ^ tables[0x100 + bytes[6]]
                ^ tables[bytes[7]];
            bytes = bytes[8..];
        }
        foreach (var next in bytes)
            crc = (crc >> 8) ^ tables[(crc ^ next) & 0xFF];
        state = ~crc;
    }

    private static uint[] MakeTables()
    {
        const uint reversedPolynomial = 0xEDB88320;
        var tables = new uint[8 * 256];
        for (uint value = 0; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ reversedPolynomial : crc >> 1;
            tables[value] = crc;
        }
        for (var slice = 1; slice < 8; slice++)
            for (var value = 0; value < 256; value++)
            {
                var previous = tables[((slice - 1) * 256) + value];
                tables[(slice * 256) + value] = (previous >> 8) ^ tables[previous & 0xFF];
            }
        return tables;
    }
}
