using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <summary>Turns source text into tokens, one at a time (section 2.1). Cost O(length); memory O(longest token).</summary>
internal sealed class Lexer(string source)
{
    private int _line = 1;
    private int _lineStart;

    /// <summary>The first token at or after <paramref name="start"/>, the end of the token before it.</summary>
    /// <exception cref="GraphQLException">No token of the grammar starts there.</exception>
    public Token Next(int start)
    {
        var position = SkipIgnored(start);
        if (position >= source.Length)
            return Punctuator(TokenKind.EndOfFile, source.Length, 0);
        var code = source[position];
        switch (code)
        {
            case '!': return Punctuator(TokenKind.Bang, position);
            case '$': return Punctuator(TokenKind.Dollar, position);
            case '&': return Punctuator(TokenKind.Ampersand, position);
            case '(': return Punctuator(TokenKind.LeftParenthesis, position);
            case ')': return Punctuator(TokenKind.RightParenthesis, position);
            case ':': return Punctuator(TokenKind.Colon, position);
            case '=': return Punctuator(TokenKind.Equals, position);
            case '@': return Punctuator(TokenKind.At, position);
            case '[': return Punctuator(TokenKind.LeftBracket, position);
            case ']': return Punctuator(TokenKind.RightBracket, position);
            case '{': return Punctuator(TokenKind.LeftBrace, position);
            case '|': return Punctuator(TokenKind.Pipe, position);
            case '}': return Punctuator(TokenKind.RightBrace, position);
            case '.' when At(position + 1) == '.' && At(position + 2) == '.': return Punctuator(TokenKind.Spread, position, 3);
            case '.' when At(position + 1) == '.': throw Fault(position, "Unexpected \"..\", did you mean \"...\"?");
            case '.' when IsDigit(At(position + 1)):
                var digits = source[(position + 1)..SkipDigits(position + 1)];
                throw Fault(position, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
            case '"' when At(position + 1) == '"' && At(position + 2) == '"': return ReadBlockString(position);
            case '"': return ReadString(position);
            case '-' or (>= '0' and <= '9'): return ReadNumber(position);
            case '\'': throw Fault(position, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        }
        if (IsNameStart(code))
            return ReadName(position);
        var verb = CharacterLength(position) > 0 ? "Unexpected" : "Invalid";
        throw Fault(position, $"{verb} character: {Show(position)}.");
    }

    private int SkipIgnored(int position)
    {
        for (; position < source.Length; position++)
        {
            switch (source[position])
            {
                case '\uFEFF' or '\t' or ' ' or ',':
                    break;
                case '\n':
                    StartLine(position + 1);
                    break;
                case '\r':
                    if (At(position + 1) == '\n')
                        position++;
                    StartLine(position + 1);
                    break;
                case '#':
                    position = EndOfComment(position + 1) - 1;
                    break;
                default:
                    return position;
            }
        }
        return position;
    }

    private void StartLine(int position)
    {
        _line++;
        _lineStart = position;
    }

    private int EndOfComment(int position)
    {
        while (position < source.Length && source[position] is not ('\n' or '\r') && CharacterLength(position) is > 0 and var length)
            position += length;
        return position;
    }

    private Token ReadName(int start)
    {
        var end = start + 1;
        while (IsNameStart(At(end)) || IsDigit(At(end)))
            end++;
        return new Token(TokenKind.Name, Locate(start), end, source[start..end]);
    }

    private Token ReadNumber(int start)
    {
        var end = At(start) == '-' ? start + 1 : start;
        var kind = TokenKind.Int;
        if (At(end) == '0')
        {
            end++;
            if (IsDigit(At(end)))
                throw Fault(end, $"Invalid number, unexpected digit after 0: {Show(end)}.");
        }
        else
        {
            end = SkipDigits(end);
        }
        if (At(end) == '.')
        {
            kind = TokenKind.Float;
            end = SkipDigits(end + 1);
        }
        if (At(end) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            end = SkipDigits(At(end + 1) is '+' or '-' ? end + 2 : end + 1);
        }
        if (At(end) == '.' || IsNameStart(At(end)))
            throw Fault(end, $"Invalid number, expected digit but got: {Show(end)}.");
        return new Token(kind, Locate(start), end, source[start..end]);
    }

    private int SkipDigits(int position)
    {
        if (!IsDigit(At(position)))
            throw Fault(position, $"Invalid number, expected digit but got: {Show(position)}.");
        while (IsDigit(At(position)))
            position++;
        return position;
    }

    private Token ReadString(int start)
    {
        var (end, problem) = new StringValueReader(source, start + 1).Read(out var value);
        return problem is null ? new Token(TokenKind.String, Locate(start), end, value) : throw Fault(end, problem);
    }

    private Token ReadBlockString(int start)
    {
        var location = Locate(start);
        var lines = new List<string>();
        var line = new System.Text.StringBuilder();
        for (var position = start + 3; position < source.Length;)
        {
            if (source.AsSpan(position).StartsWith("\"\"\""))
            {
                lines.Add(line.ToString());
                return new Token(TokenKind.BlockString, location, position + 3, BlockString.Dedent(lines));
            }
            if (source.AsSpan(position).StartsWith("\\\"\"\""))
            {
                line.Append("\"\"\"");
                position += 4;
            }
            else if (source[position] is '\n' or '\r')
            {
                lines.Add(line.ToString());
                line.Clear();
                position += source[position] == '\r' && At(position + 1) == '\n' ? 2 : 1;
                StartLine(position);
            }
            else
            {
                var length = CharacterLength(position);
                if (length == 0)
                    throw Fault(position, $"Invalid character within String: {Show(position)}.");
                line.Append(source, position, length);
                position += length;
            }
        }
        throw Fault(source.Length, "Unterminated string.");
    }

    private Token Punctuator(TokenKind kind, int position, int length = 1) => new(kind, Locate(position), position + length);

    private SourceLocation Locate(int position) => new(_line, position - _lineStart + 1);

    private GraphQLException Fault(int position, string description) =>
        new(GraphQLError.Syntax(Locate(position), description));

    private char At(int position) => position < source.Length ? source[position] : '\0';

    private int CharacterLength(int position) => Characters.Length(source, position);

    private string Show(int position) => Characters.Show(source, position);

    private static bool IsDigit(char code) => code is >= '0' and <= '9';

    private static bool IsNameStart(char code) => code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
