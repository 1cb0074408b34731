using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <summary>Parses documents of the September 2025 grammar by recursive descent with one token of lookahead.</summary>
/// <remarks>Cost O(length). Token, depth and alias limits stop a hostile document early.</remarks>
public sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly ParserLimits _limits;
    private Token _token = new(TokenKind.StartOfFile, new SourceLocation(1, 1), 0);
    private Token? _ahead;
    private int _tokens;
    private int _depth;
    private int _aliases;

    private Parser(string source, ParserLimits limits)
    {
        _lexer = new Lexer(source);
        _limits = limits;
    }

    /// <summary>Parses an executable or type-system document.</summary>
    /// <exception cref="GraphQLException">A syntax error or an exceeded limit, with its place and code.</exception>
    public static DocumentNode Parse(string source, ParserLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parser = new Parser(source, limits ?? new ParserLimits());
        return new DocumentNode(
            new SourceLocation(1, 1),
            parser.Many(TokenKind.StartOfFile, parser.ParseDefinition, TokenKind.EndOfFile));
    }

    /// <summary>Parses one input value without variables.</summary>
    /// <exception cref="GraphQLException">A syntax error.</exception>
    public static ValueNode ParseValue(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parser = new Parser(source, new ParserLimits());
        parser.Expect(TokenKind.StartOfFile);
        var value = parser.ParseValueLiteral(isConstant: true);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    private DefinitionNode ParseDefinition()
    {
        if (_token.Kind == TokenKind.LeftBrace)
            return ParseOperation();
        var described = HasDescription;
        var keyword = described ? LookAhead() : _token;
        if (described && keyword.Kind == TokenKind.LeftBrace)
            throw Fault(_token, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (keyword.Kind != TokenKind.Name)
            throw Unexpected(keyword);
        switch (keyword.Value)
        {
            case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input":
                return ParseTypeSystem(keyword.Value, isExtension: false);
            case "directive":
                return ParseDirectiveDefinition();
            case "query" or "mutation" or "subscription":
                return ParseOperation();
            case "fragment":
                return ParseFragment();
        }
        if (described)
            throw Fault(_token, "Unexpected description, only GraphQL definitions support descriptions.");
        if (keyword.Value != "extend")
            throw Unexpected(keyword);
        var extended = LookAhead();
        if (extended is { Kind: TokenKind.Name, Value: "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" })
            return ParseTypeSystem(extended.Value, isExtension: true);
        throw Unexpected(extended);
    }

    private bool HasDescription => _token.Kind is TokenKind.String or TokenKind.BlockString;

    private StringNode? ParseDescription() => HasDescription ? ParseString() : null;

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(token.Location, token.Value!);
    }

    private Token Advance()
    {
        var passed = _token;
        _token = _ahead ?? _lexer.Next(_token.End);
        _ahead = null;
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.Tokens)
            throw Limit($"Document contains more than {_limits.Tokens} tokens. Parsing aborted.", ErrorCodes.TokenLimit);
        return passed;
    }

    private Token LookAhead() => _ahead ??= _token.Kind == TokenKind.EndOfFile ? _token : _lexer.Next(_token.End);

    private Token Expect(TokenKind kind) =>
        _token.Kind == kind ? Advance() : throw Fault(_token, $"Expected {Token.Describe(kind)}, found {_token}.");

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
            throw Fault(_token, $"Expected \"{keyword}\", found {_token}.");
    }

    private bool SkipKeyword(string keyword)
    {
        if (_token.Kind != TokenKind.Name || _token.Value != keyword)
            return false;
        Advance();
        return true;
    }

    private T[] Any<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        while (!Skip(close))
            items.Add(item());
        return [.. items];
    }

    private T[] Many<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
            items.Add(item());
        while (!Skip(close));
        return [.. items];
    }

    private T[] OptionalMany<T>(TokenKind open, Func<T> item, TokenKind close) =>
        _token.Kind == open ? Many(open, item, close) : [];

    private T[] Delimited<T>(TokenKind delimiter, Func<T> item)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
            items.Add(item());
        while (Skip(delimiter));
        return [.. items];
    }

    private T Nested<T>(Func<T> parse)
    {
        if (++_depth > _limits.Depth)
            throw Limit($"Document nests deeper than {_limits.Depth} levels. Parsing aborted.", ErrorCodes.DepthLimit);
        var result = parse();
        _depth--;
        return result;
    }

    private GraphQLException Limit(string description, string code) =>
        new(new GraphQLError($"Syntax Error: {description}", code, [_token.Location]));

    private static GraphQLException Unexpected(Token token) => Fault(token, $"Unexpected {token}.");

    private static GraphQLException Fault(Token token, string description) =>
        new(GraphQLError.Syntax(token.Location, description));
}
