using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <summary>The lexical tokens of section 2.1.6; ignored tokens never leave the lexer.</summary>
internal enum TokenKind
{
    StartOfFile, EndOfFile, Bang, Dollar, Ampersand, LeftParenthesis, RightParenthesis, Spread, Colon, Equals, At,
    LeftBracket, RightBracket, LeftBrace, Pipe, RightBrace, Name, Int, Float, String, BlockString,
}

/// <summary>One token: where it starts, and its value where the kind alone does not tell it.</summary>
/// <param name="End">Index of the code unit after the token.</param>
/// <param name="Value">Name, digits, or the string's value with escapes resolved.</param>
internal readonly record struct Token(TokenKind Kind, SourceLocation Location, int End, string? Value = null)
{
    /// <summary>How an error message names this token, such as <c>Name "query"</c> or <c>"{"</c>.</summary>
    public override string ToString() => Value is null ? Describe(Kind) : $"{Describe(Kind)} \"{Value}\"";

    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.StartOfFile => "<SOF>",
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.LeftParenthesis => "\"(\"",
        TokenKind.RightParenthesis => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equals => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.LeftBracket => "\"[\"",
        TokenKind.RightBracket => "\"]\"",
        TokenKind.LeftBrace => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.RightBrace => "\"}\"",
        _ => kind.ToString(),
    };
}
