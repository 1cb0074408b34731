using FsCheck;
using FsCheck.Fluent;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Fact]
    public void Quoted_string_reads_back() => Prop.ForAll<NonNull<string>>(text =>
    {
        var value = Valid(text.Get);
        return Assert.IsType<StringNode>(Parser.ParseValue(Printer.Quote(value))).Value == value;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Block_string_prints_as_what_it_was_read_from() => Prop.ForAll<NonNull<string>>(text =>
    {
        // What the dedenting rules leave of a text is what they leave of it the second time.
        var source = $"\"\"\"{Valid(text.Get).Replace("\\", "").Replace("\"", "")}\"\"\"";
        var value = Assert.IsType<StringNode>(Parser.ParseValue(source));
        return Assert.IsType<StringNode>(Parser.ParseValue(Printer.Print(value))).Value == value.Value;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("query Q { a }", "query Q {\n  a\n}")]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("{a(b:{c:[1,$d]},e:null)@f{g}}", "{\n  a(b: { c: [1, $d] }, e: null) @f {\n    g\n  }\n}")]
    public void Document_prints_in_the_usual_form(string source, string expected) =>
        Assert.Equal(expected, Printer.Print(Parser.Parse(source)));

    // Lone surrogates are no text, and control characters only stand escaped.
    private static string Valid(string text) => new([.. text.Where(code => !char.IsSurrogate(code))]);
}
