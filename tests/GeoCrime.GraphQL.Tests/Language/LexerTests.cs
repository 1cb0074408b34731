using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("""
        "plain"
        """, "plain")]
    [InlineData(""" "\"\\\/\b\f\n\r\t" """, "\"\\/\b\f\n\r\t")]
    [InlineData(""" "\u00e9\u{1F600}\uD83D\uDE00" """, "é😀😀")]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours.\n  \"\"\"", "Hello,\n  World!\n\nYours.")]
    [InlineData("\"\"\" a \\\"\"\" b \"\"\"", " a \"\"\" b ")]
    [InlineData("\"\"\"a\r\n  b\rc\"\"\"", "a\n  b\nc")]
    public void String_has_the_value_of_the_specification(string source, string value) =>
        Assert.Equal(value, Assert.IsType<StringNode>(Parser.ParseValue(source)).Value);

    [Theory]
    [InlineData("{ a b: }", "Syntax Error: Expected Name, found \"}\".", 1, 8)]
    [InlineData("{\n  a(b: 01)\n}", "Syntax Error: Invalid number, unexpected digit after 0: \"1\".", 2, 9)]
    [InlineData("{ a(b: 1.) }", "Syntax Error: Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(b: .5) }", "Syntax Error: Invalid number, expected digit before \".\", did you mean \"0.5\"?", 1, 8)]
    [InlineData("{ a(b: 'x') }", "Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 8)]
    [InlineData("{ a(b: \"x", "Syntax Error: Unterminated string.", 1, 10)]
    [InlineData("{ a(b: \"\\u{110000}\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 9)]
    [InlineData("{ a(b: \"\\uD83D\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\uD83D\".", 1, 9)]
    [InlineData("{ a \u0007 }", "Syntax Error: Unexpected character: U+0007.", 1, 5)]
    [InlineData("", "Syntax Error: Unexpected <EOF>.", 1, 1)]
    [InlineData("{}", "Syntax Error: Expected Name, found \"}\".", 1, 2)]
    [InlineData("\"d\" { a }", "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("query ($a: Int = $b) { a }", "Syntax Error: Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("fragment on on T { a }", "Syntax Error: Unexpected Name \"on\".", 1, 10)]
    public void Fault_is_named_where_it_stands(string source, string message, int line, int column)
    {
        var error = Assert.Throws<GraphQLException>(() => Parser.Parse(source)).Error;
        Assert.Equal((message, ErrorCodes.ParseFailed), (error.Message, error.Code));
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
    }

    [Fact]
    public void Lone_surrogate_is_no_character() =>
        Assert.Equal("Syntax Error: Invalid character: U+D800.", Assert.Throws<GraphQLException>(() => Parser.Parse("{ a } \uD800")).Message);

    [Fact]
    public void Line_ends_count_once_in_all_three_forms() =>
        Assert.Equal(new SourceLocation(4, 1), Parser.Parse("#c\r\n#d\n\r{ a }").Definitions[0].Location);
}
