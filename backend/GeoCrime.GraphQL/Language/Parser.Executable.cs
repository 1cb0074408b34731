using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <content>Operations, fragments and selections (sections 2.3 to 2.8).</content>
public sealed partial class Parser
{
    private OperationNode ParseOperation()
    {
        var start = _token.Location;
        if (_token.Kind == TokenKind.LeftBrace)
            return new OperationNode(start, null, OperationKind.Query, null, [], [], ParseSelectionSet());
        var description = ParseDescription();
        var operation = ParseOperationKind();
        var name = _token.Kind == TokenKind.Name ? ParseName() : null;
        var variables = OptionalMany(TokenKind.LeftParenthesis, ParseVariableDefinition, TokenKind.RightParenthesis);
        var directives = ParseDirectives(isConstant: false);
        return new OperationNode(start, description, operation, name, variables, directives, ParseSelectionSet());
    }

    private OperationKind ParseOperationKind()
    {
        var token = Expect(TokenKind.Name);
        return token.Value switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.Equals) ? ParseValueLiteral(isConstant: true) : null;
        return new VariableDefinitionNode(start, description, variable, type, defaultValue, ParseDirectives(isConstant: true));
    }

    private SelectionSetNode ParseSelectionSet() => Nested(() =>
    {
        var start = _token.Location;
        return new SelectionSetNode(start, Many(TokenKind.LeftBrace, ParseSelection, TokenKind.RightBrace));
    });

    private SelectionNode ParseSelection() => _token.Kind == TokenKind.Spread ? ParseSpread() : ParseField();

    private FieldNode ParseField()
    {
        var start = _token.Location;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            if (++_aliases > _limits.Aliases)
                throw Limit($"Document contains more than {_limits.Aliases} aliases. Parsing aborted.", ErrorCodes.AliasLimit);
            (alias, name) = (name, ParseName());
        }
        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = _token.Kind == TokenKind.LeftBrace ? ParseSelectionSet() : null;
        return new FieldNode(start, alias, name, arguments, directives, selectionSet);
    }

    private SelectionNode ParseSpread()
    {
        var start = Expect(TokenKind.Spread).Location;
        var conditional = SkipKeyword("on");
        if (!conditional && _token.Kind == TokenKind.Name)
            return new FragmentSpreadNode(start, ParseFragmentName(), ParseDirectives(isConstant: false));
        var condition = conditional ? ParseNamedType() : null;
        return new InlineFragmentNode(start, condition, ParseDirectives(isConstant: false), ParseSelectionSet());
    }

    private FragmentNode ParseFragment()
    {
        var start = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("fragment");
        var name = ParseFragmentName();
        ExpectKeyword("on");
        return new FragmentNode(start, description, name, ParseNamedType(), ParseDirectives(isConstant: false), ParseSelectionSet());
    }

    private NameNode ParseFragmentName() => _token.Value == "on" ? throw Unexpected(_token) : ParseName();

    private ArgumentNode[] ParseArguments(bool isConstant) =>
        OptionalMany(TokenKind.LeftParenthesis, () => ParseArgument(isConstant), TokenKind.RightParenthesis);

    private ArgumentNode ParseArgument(bool isConstant)
    {
        var start = _token.Location;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(start, name, ParseValueLiteral(isConstant));
    }

    private DirectiveNode[] ParseDirectives(bool isConstant)
    {
        if (_token.Kind != TokenKind.At)
            return [];
        var directives = new List<DirectiveNode>();
        while (_token.Kind == TokenKind.At)
        {
            var start = Expect(TokenKind.At).Location;
            directives.Add(new DirectiveNode(start, ParseName(), ParseArguments(isConstant)));
        }
        return [.. directives];
    }
}
