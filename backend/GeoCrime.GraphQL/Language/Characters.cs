namespace GeoCrime.GraphQL.Language;

/// <summary>Unicode scalar values inside UTF-16 text (section 2.1.1).</summary>
internal static class Characters
{
    /// <summary>Code units of the scalar value at <paramref name="position"/>: 1 or 2, or 0 for a lone surrogate.</summary>
    public static int Length(string text, int position)
    {
        if (!char.IsSurrogate(text[position]))
            return 1;
        return position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? 2 : 0;
    }

    /// <summary>How an error message shows a character: <c>"a"</c>, <c>U+00E9</c>, or <c>&lt;EOF&gt;</c>.</summary>
    public static string Show(string text, int position)
    {
        if (position >= text.Length)
            return Token.Describe(TokenKind.EndOfFile);
        var code = Length(text, position) == 2 ? char.ConvertToUtf32(text, position) : text[position];
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => $"U+{code:X4}",
        };
    }
}
