using System.Text;

namespace GeoCrime.GraphQL.Language;

/// <summary>Reads the inside of a quoted string and resolves its escapes (section 2.9.4).</summary>
internal struct StringValueReader(string source, int start)
{
    private int _position = start;

    /// <returns>The position after the closing quote and null, or the position of what is wrong and its text.</returns>
    public (int Position, string? Problem) Read(out string value)
    {
        var text = new StringBuilder();
        value = "";
        while (_position < source.Length && source[_position] is not ('\n' or '\r'))
        {
            if (source[_position] == '"')
            {
                value = text.ToString();
                return (_position + 1, null);
            }
            if (source[_position] == '\\')
            {
                if (ReadEscape(text) is { } problem)
                    return (_position, problem);
                continue;
            }
            var length = Characters.Length(source, _position);
            if (length == 0)
                return (_position, $"Invalid character within String: {Characters.Show(source, _position)}.");
            text.Append(source, _position, length);
            _position += length;
        }
        return (_position, "Unterminated string.");
    }

    private string? ReadEscape(StringBuilder text)
    {
        if (At(1) == 'u')
            return At(2) == '{' ? ReadBracedEscape(text) : ReadFourDigitEscape(text);
        char? plain = At(1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (plain is null)
            return $"Invalid character escape sequence: \"{Slice(2)}\".";
        text.Append(plain);
        _position += 2;
        return null;
    }

    private string? ReadBracedEscape(StringBuilder text)
    {
        var point = 0;
        var size = 3;
        while (size < 12)
        {
            var code = At(size++);
            if (code == '}')
            {
                if (size < 5 || !Rune.IsValid(point))
                    break;
                text.Append(new Rune(point).ToString());
                _position += size;
                return null;
            }
            point = HexDigit(code) is var digit and >= 0 ? (point << 4) | digit : -1;
            if (point < 0)
                break;
        }
        return $"Invalid Unicode escape sequence: \"{Slice(size)}\".";
    }

    private string? ReadFourDigitEscape(StringBuilder text)
    {
        var code = FourDigits(2);
        if (code >= 0 && Rune.IsValid(code))
        {
            text.Append((char)code);
            _position += 6;
            return null;
        }
        if (code is >= 0xD800 and <= 0xDBFF && At(6) == '\\' && At(7) == 'u' && FourDigits(8) is >= 0xDC00 and <= 0xDFFF and var trailing)
        {
            text.Append((char)code).Append((char)trailing);
            _position += 12;
            return null;
        }
        return $"Invalid Unicode escape sequence: \"{Slice(6)}\".";
    }

    private readonly int FourDigits(int offset) =>
        (HexDigit(At(offset)) << 12) | (HexDigit(At(offset + 1)) << 8) | (HexDigit(At(offset + 2)) << 4) | HexDigit(At(offset + 3));

    private static int HexDigit(char code) => char.IsAsciiHexDigit(code) ? Convert.ToInt32(code.ToString(), 16) : -1;

    private readonly char At(int offset) => _position + offset < source.Length ? source[_position + offset] : '\0';

    private readonly string Slice(int length) => source[_position..Math.Min(_position + length, source.Length)];
}
