using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Variables have input types (section 5.8.2).</summary>
internal static class VariablesAreInputTypes
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<VariableDefinitionNode>(variable =>
    {
        if (context.Schema.Resolve(variable.Type) is { IsInput: false })
            context.Report($"Variable \"${variable.Variable.Name}\" cannot be non-input type \"{variable.Type}\".", variable.Type);
    });
}
