namespace GeoCrime.GraphQL.Language;

/// <content>Input values and type references (sections 2.9 to 2.12).</content>
public sealed partial class Parser
{
    private ValueNode ParseValueLiteral(bool isConstant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.LeftBracket:
                return Nested(() => new ListNode(
                    token.Location, Any(TokenKind.LeftBracket, () => ParseValueLiteral(isConstant), TokenKind.RightBracket)));
            case TokenKind.LeftBrace:
                return Nested(() => new ObjectNode(
                    token.Location, Any(TokenKind.LeftBrace, () => ParseObjectField(isConstant), TokenKind.RightBrace)));
            case TokenKind.Int:
                Advance();
                return new IntNode(token.Location, token.Value!);
            case TokenKind.Float:
                Advance();
                return new FloatNode(token.Location, token.Value!);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return token.Value switch
                {
                    "true" => new BooleanNode(token.Location, true),
                    "false" => new BooleanNode(token.Location, false),
                    "null" => new NullNode(token.Location),
                    _ => new EnumNode(token.Location, token.Value!),
                };
            case TokenKind.Dollar when isConstant:
                Advance();
                throw _token.Kind == TokenKind.Name
                    ? Fault(token, $"Unexpected variable \"${_token.Value}\" in constant value.")
                    : Unexpected(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected(token);
        }
    }

    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Location;
        return new VariableNode(start, ParseName());
    }

    private StringNode ParseString()
    {
        var token = Advance();
        return new StringNode(token.Location, token.Value!, token.Kind == TokenKind.BlockString);
    }

    private ObjectFieldNode ParseObjectField(bool isConstant)
    {
        var start = _token.Location;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(start, name, ParseValueLiteral(isConstant));
    }

    private TypeNode ParseType()
    {
        var start = _token.Location;
        TypeNode type;
        if (Skip(TokenKind.LeftBracket))
        {
            type = new ListTypeNode(start, Nested(ParseType));
            Expect(TokenKind.RightBracket);
        }
        else
        {
            type = ParseNamedType();
        }
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = _token.Location;
        return new NamedTypeNode(start, ParseName());
    }
}
