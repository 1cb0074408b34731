using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <content>Schema, type and directive definitions, and their extensions (section 3).</content>
public sealed partial class Parser
{
    private DefinitionNode ParseTypeSystem(string keyword, bool isExtension)
    {
        var start = _token.Location;
        var description = isExtension ? null : ParseDescription();
        if (isExtension)
            ExpectKeyword("extend");
        ExpectKeyword(keyword);
        if (keyword == "schema")
            return ParseSchema(start, description, isExtension);
        var name = ParseName();
        var interfaces = keyword is "type" or "interface" && SkipKeyword("implements")
            ? Delimited(TokenKind.Ampersand, ParseNamedType)
            : [];
        var directives = ParseDirectives(isConstant: true);
        DefinitionNode Added(DefinitionNode node, int members) =>
            isExtension && members + interfaces.Length + directives.Length == 0 ? throw Unexpected(_token) : node;

        switch (keyword)
        {
            case "scalar":
                return Added(new ScalarTypeNode(start, description, name, directives, isExtension), 0);
            case "type" or "interface":
                var fields = OptionalMany(TokenKind.LeftBrace, ParseFieldDefinition, TokenKind.RightBrace);
                return Added(
                    keyword == "type"
                        ? new ObjectTypeNode(start, description, name, interfaces, directives, fields, isExtension)
                        : new InterfaceTypeNode(start, description, name, interfaces, directives, fields, isExtension),
                    fields.Length);
            case "union":
                var members = Skip(TokenKind.Equals) ? Delimited(TokenKind.Pipe, ParseNamedType) : [];
                return Added(new UnionTypeNode(start, description, name, directives, members, isExtension), members.Length);
            case "enum":
                var values = OptionalMany(TokenKind.LeftBrace, ParseEnumValue, TokenKind.RightBrace);
                return Added(new EnumTypeNode(start, description, name, directives, values, isExtension), values.Length);
            default:
                var inputs = OptionalMany(TokenKind.LeftBrace, ParseInputValue, TokenKind.RightBrace);
                return Added(new InputObjectTypeNode(start, description, name, directives, inputs, isExtension), inputs.Length);
        }
    }

    private SchemaNode ParseSchema(SourceLocation start, StringNode? description, bool isExtension)
    {
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = isExtension
            ? OptionalMany(TokenKind.LeftBrace, ParseOperationType, TokenKind.RightBrace)
            : Many(TokenKind.LeftBrace, ParseOperationType, TokenKind.RightBrace);
        if (isExtension && directives.Length + operationTypes.Length == 0)
            throw Unexpected(_token);
        return new SchemaNode(start, description, directives, operationTypes, isExtension);
    }

    private OperationTypeNode ParseOperationType()
    {
        var start = _token.Location;
        var operation = ParseOperationKind();
        Expect(TokenKind.Colon);
        return new OperationTypeNode(start, operation, ParseNamedType());
    }

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.LeftParenthesis, ParseInputValue, TokenKind.RightParenthesis);
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode(start, description, name, arguments, ParseType(), ParseDirectives(isConstant: true));
    }

    private InputValueNode ParseInputValue()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.Equals) ? ParseValueLiteral(isConstant: true) : null;
        return new InputValueNode(start, description, name, type, defaultValue, ParseDirectives(isConstant: true));
    }

    private EnumValueDefinitionNode ParseEnumValue()
    {
        var start = _token.Location;
        var description = ParseDescription();
        if (_token is { Kind: TokenKind.Name, Value: "true" or "false" or "null" })
            throw Fault(_token, $"{_token} is reserved and cannot be used for an enum value.");
        return new EnumValueDefinitionNode(start, description, ParseName(), ParseDirectives(isConstant: true));
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.LeftParenthesis, ParseInputValue, TokenKind.RightParenthesis);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = Delimited(TokenKind.Pipe, ParseDirectiveLocation);
        return new DirectiveDefinitionNode(start, description, name, arguments, isRepeatable, locations);
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocations.All.Contains(name.Value) ? name : throw Unexpected(token);
    }
}
