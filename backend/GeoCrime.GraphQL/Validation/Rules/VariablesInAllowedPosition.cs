using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Variables fit where they are used (section 5.8.5).</summary>
internal static class VariablesInAllowedPosition
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Leave<OperationNode>(operation =>
    {
        var definitions = new Dictionary<string, VariableDefinitionNode>();
        foreach (var variable in operation.Variables)
            definitions[variable.Variable.Name.Value] = variable;
        foreach (var usage in context.RecursiveUsages(operation))
        {
            if (usage.Type is null
                || !definitions.TryGetValue(usage.Node.Name.Value, out var definition)
                || context.Schema.Resolve(definition.Type) is not { } type)
                continue;
            if (!Fits(type, definition.DefaultValue, usage.Type, usage.Default))
                context.Report(
                    $"Variable \"${usage.Node.Name}\" of type \"{type}\" used in position expecting type \"{usage.Type}\".", definition, usage.Node);
            if (usage.ParentType is InputObjectType { IsOneOf: true } && type is not NonNullType)
                context.Report(
                    $"Variable \"${usage.Node.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{usage.ParentType}\".",
                    definition,
                    usage.Node);
        }
    });

    private static bool Fits(GraphType type, ValueNode? variableDefault, GraphType expected, ValueNode? positionDefault)
    {
        if (expected is not NonNullType nonNull || type is NonNullType)
            return Schema.IsSubtype(type, expected);
        return (variableDefault is not (null or NullNode) || positionDefault is not null) && Schema.IsSubtype(type, nonNull.Inner);
    }
}
