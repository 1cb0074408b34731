namespace GeoCrime.Data.Import.Reading;

/// <summary>Compressed bytes on their way to the inflater, which takes more than its member holds: this remembers the last portion, so that reading can go on right behind the member.</summary>
internal sealed class GzipInput(Stream source) : ForwardStream
{
    private const int TrailerBytes = 8;

    // Bytes before `next` were handed out last; those from `next` to `filled` wait.
    private byte[] buffer = new byte[1 << 16];
    private int handedOut;
    private int next;
    private int filled;

    public override int Read(Span<byte> destination)
    {
        if (next == filled)
            Refill();
        handedOut = next;
        var count = Math.Min(destination.Length, filled - next);
        buffer.AsSpan(next, count).CopyTo(destination);
        next += count;
        return count;
    }

    /// <summary>Reads a member's header (RFC 1952, section 2.3).</summary>
    /// <returns>False where it is cut off or not a header.</returns>
    public bool SkipHeader()
    {
        const int hasCrc = 2, hasExtra = 4, hasName = 8, hasComment = 16;
        Span<byte> head = stackalloc byte[10];
        if (!Fill(head) || head is not [0x1F, 0x8B, 8, ..])
            return false;
        var flags = head[3];
        if ((flags & hasExtra) != 0)
        {
            Span<byte> length = stackalloc byte[2];
            if (!Fill(length))
                return false;
            for (var left = length[0] | (length[1] << 8); left > 0; left--)
                if (NextByte() < 0)
                    return false;
        }
        if ((flags & hasName) != 0 && !SkipText())
            return false;
        if ((flags & hasComment) != 0 && !SkipText())
            return false;
        return (flags & hasCrc) == 0 || Fill(stackalloc byte[2]);
    }

    /// <summary>Goes back to right behind the trailer, which lies in or just after the portion handed out last.</summary>
    /// <returns>False where it is not there.</returns>
    public bool RewindBehind(ReadOnlySpan<byte> trailer)
    {
        // The trailer may begin in the last portion and end in the next.
        if (filled - next < TrailerBytes)
            Refill();
        var at = buffer.AsSpan(handedOut, filled - handedOut).IndexOf(trailer);
        if (at < 0)
            return false;
        next = handedOut + at + TrailerBytes;
        handedOut = next;
        return true;
    }

    /// <summary>Whether another member follows; zero bytes that pad the file do not count.</summary>
    public bool StartsMember()
    {
        int first;
        do
            first = NextByte();
        while (first == 0);
        if (first < 0)
            return false;
        next--;
        return true;
    }

    /// <summary>Keeps what was handed out last and appends what the source gives.</summary>
    private void Refill()
    {
        var kept = filled - handedOut;
        buffer.AsSpan(handedOut, kept).CopyTo(buffer);
        next -= handedOut;
        filled = kept;
        handedOut = 0;
        if (filled > buffer.Length / 2)
            Array.Resize(ref buffer, buffer.Length * 2);
        filled += source.Read(buffer.AsSpan(filled));
    }

    private bool Fill(Span<byte> destination)
    {
        for (var index = 0; index < destination.Length; index++)
        {
            var value = NextByte();
            if (value < 0)
                return false;
            destination[index] = (byte)value;
        }
        return true;
    }

    private bool SkipText()
    {
        int value;
        do
            value = NextByte();
        while (value > 0);
        return value == 0;
    }

    private int NextByte()
    {
        if (next == filled)
        {
            handedOut = next;
            Refill();
        }
        return next == filled ? -1 : buffer[next++];
    }
}
