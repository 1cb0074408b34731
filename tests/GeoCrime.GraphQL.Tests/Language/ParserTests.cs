using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void Descriptions_stand_on_operations_variables_and_fragments()
    {
        var document = Parser.Parse("\"op\" query Q(\"var\" $a: Int @d) { a ...F } \"frag\" fragment F on T { b }");
        var operation = Assert.Single(document.Operations);
        Assert.Equal("op", operation.Description?.Value);
        Assert.Equal("var", operation.Variables[0].Description?.Value);
        Assert.Equal("d", operation.Variables[0].Directives[0].Name.Value);
        Assert.Equal("frag", Assert.Single(document.Fragments).Description?.Value);
    }

    [Fact]
    public void Every_kind_of_extension_parses()
    {
        var document = Parser.Parse(
            """
            extend schema @a { query: Q } extend scalar S @a extend type T implements I & J @a { f: Int }
            extend interface I { f(a: Int = 1): [Int!]! } extend union U = | A | B extend enum E { X } extend input N { a: Int }
            directive @a(x: Int) repeatable on | FIELD | SCHEMA
            """);
        Assert.Equal(8, document.Definitions.Count);
        Assert.All(document.Definitions.OfType<TypeDefinitionNode>(), definition => Assert.True(definition.IsExtension));
    }

    [Theory]
    [InlineData("{ a b c }", 4, 10, 10, ErrorCodes.TokenLimit, "Syntax Error: Document contains more than 4 tokens. Parsing aborted.")]
    [InlineData("{ a { b { c } } }", 100, 2, 10, ErrorCodes.DepthLimit, "Syntax Error: Document nests deeper than 2 levels. Parsing aborted.")]
    [InlineData("{ a(b: [[[1]]]) }", 100, 3, 10, ErrorCodes.DepthLimit, "Syntax Error: Document nests deeper than 3 levels. Parsing aborted.")]
    [InlineData("{ x: a y: a z: a }", 100, 10, 2, ErrorCodes.AliasLimit, "Syntax Error: Document contains more than 2 aliases. Parsing aborted.")]
    public void Limit_stops_parsing_with_its_code(string source, int tokens, int depth, int aliases, string code, string message)
    {
        var error = Assert.Throws<GraphQLException>(() => Parser.Parse(source, new ParserLimits(tokens, depth, aliases))).Error;
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("{ a b }", 4, 1, 0)]
    [InlineData("{ x: a { b } }", 8, 2, 1)]
    public void Document_at_its_limits_parses(string source, int tokens, int depth, int aliases) =>
        Assert.NotNull(Parser.Parse(source, new ParserLimits(tokens, depth, aliases)));

    [Fact]
    public void Limits_are_checked_when_they_are_made()
    {
        Assert.StartsWith("The depth limit must lie in 1 … 1,000.", Assert.Throws<ArgumentOutOfRangeException>(() => new ParserLimits(Depth: 1_001)).Message);
        Assert.StartsWith("The token limit must be 1 or more.", Assert.Throws<ArgumentOutOfRangeException>(() => new ParserLimits(Tokens: 0)).Message);
        Assert.StartsWith("The alias limit must be 0 or more.", Assert.Throws<ArgumentOutOfRangeException>(() => new ParserLimits(Aliases: -1)).Message);
    }
}
