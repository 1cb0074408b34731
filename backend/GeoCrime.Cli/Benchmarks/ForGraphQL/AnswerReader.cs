using System.Net.Sockets;
using System.Text;

namespace GeoCrime.Cli.Benchmarks.ForGraphQL;

/// <summary>Reads HTTP/1.1 answers off a socket, by length or in chunks, keeping none of them.</summary>
internal sealed class AnswerReader(Socket socket, int bufferBytes)
{
    private readonly byte[] buffer = new byte[bufferBytes];
    private int start;
    private int end;
    private long length;

    /// <summary>Reads up to the first byte of the body.</summary>
    /// <exception cref="InvalidOperationException">The status is not 200.</exception>
    public void ReadHead()
    {
        var status = Line();
        if (!status.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            throw new InvalidOperationException($"The server answered '{status}'.");
        length = -1;
        for (var line = Line(); line.Length > 0; line = Line())
            if (line.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase))
                length = long.Parse(line.AsSpan("content-length:".Length));
    }

    /// <returns>Bytes of the body.</returns>
    public long ReadBody()
    {
        if (length >= 0)
        {
            Skip(length);
            return length;
        }
        var total = 0L;
        while (true)
        {
            var size = Convert.ToInt64(Line(), 16);
            Skip(size + 2);
            if (size == 0)
                return total;
            total += size;
        }
    }

    private string Line()
    {
        while (true)
        {
            var at = buffer.AsSpan(start..end).IndexOf("\r\n"u8);
            if (at >= 0)
            {
                var line = Encoding.ASCII.GetString(buffer, start, at);
                start += at + 2;
                return line;
            }
            Fill();
        }
    }

    private void Skip(long bytes)
    {
        while (bytes > end - start)
        {
            bytes -= end - start;
            (start, end) = (0, 0);
            Fill();
        }
        start += (int)bytes;
    }

    private void Fill()
    {
        // What is left of a line moves to the front.
        buffer.AsSpan(start..end).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = socket.Receive(buffer.AsSpan(end));
        if (read == 0)
            throw new InvalidOperationException("The server closed the connection.");
        end += read;
    }
}
