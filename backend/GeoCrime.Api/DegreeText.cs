using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace GeoCrime.Api;

/// <summary>Writes a coordinate with at most 7 decimals (a centimetre) as UTF-8.</summary>
internal static class DegreeText
{
    /// <summary>The longest text: 17 digits, sign, point and exponent.</summary>
    public const int MostBytes = 25;

    private const double Scale = 1e7;

    /// <summary>Greater numbers are no degrees; scaled, they would lose digits.</summary>
    private const double Most = 1e8;

    // The two digits of 0…99, as pairs of bytes.
    private static readonly ushort[] Pairs =
        [.. Enumerable.Range(0, 100).Select(number => MemoryMarshal.Read<ushort>([(byte)('0' + (number / 10)), (byte)('0' + (number % 10))]))];

    /// <param name="to">At least <see cref="MostBytes"/> long.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static int Write(Span<byte> to, double value)
    {
        if (!(Math.Abs(value) < Most))
            return double.IsFinite(value) && Utf8Formatter.TryFormat(value, to, out var written)
                ? written
                : throw new ArgumentException($"{value} is no coordinate.", nameof(value));
        // 7 decimals are those of a whole number; the shortest text of a double costs several times as much.
        var scaled = (long)Math.Round(value * Scale);
        var length = 0;
        if (scaled < 0)
        {
            to[length++] = (byte)'-';
            scaled = -scaled;
        }
        var (whole, fraction) = ((uint)(scaled / (long)Scale), (uint)(scaled % (long)Scale));
        length += Whole(to[length..], whole);
        return fraction == 0 ? length : length + Fraction(to[length..], fraction);
    }

    private static int Whole(Span<byte> to, uint value)
    {
        if (value >= 1000)
        {
            Utf8Formatter.TryFormat(value, to, out var written);
            return written;
        }
        if (value < 10)
        {
            to[0] = (byte)('0' + value);
            return 1;
        }
        if (value < 100)
        {
            MemoryMarshal.Write(to, Pairs[value]);
            return 2;
        }
        to[0] = (byte)('0' + (value / 100));
        MemoryMarshal.Write(to[1..], Pairs[value % 100]);
        return 3;
    }

    // The point and up to seven digits without trailing zeros.
    private static int Fraction(Span<byte> to, uint value)
    {
        var (first, rest) = (value / 10_000, value % 10_000);
        to[0] = (byte)'.';
        to[1] = (byte)('0' + (first / 100));
        MemoryMarshal.Write(to[2..], Pairs[first % 100]);
        MemoryMarshal.Write(to[4..], Pairs[rest / 100]);
        MemoryMarshal.Write(to[6..], Pairs[rest % 100]);
        var length = 8;
        while (to[length - 1] == '0')
            length--;
        return length;
    }
}
