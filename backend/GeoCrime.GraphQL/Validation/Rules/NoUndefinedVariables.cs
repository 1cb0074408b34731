using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Variables that are used are defined by each operation that uses them (section 5.8.3).</summary>
internal static class NoUndefinedVariables
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<OperationNode>(operation =>
    {
        var defined = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet();
        foreach (var usage in context.RecursiveUsages(operation))
            if (!defined.Contains(usage.Node.Name.Value))
                context.Report(
                    operation.Name is { } name
                        ? $"Variable \"${usage.Node.Name}\" is not defined by operation \"{name}\"."
                        : $"Variable \"${usage.Node.Name}\" is not defined.",
                    usage.Node,
                    operation);
    });
}
