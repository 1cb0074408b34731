using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Variables that are defined are used (section 5.8.4).</summary>
internal static class NoUnusedVariables
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<OperationNode>(operation =>
    {
        var used = context.RecursiveUsages(operation).Select(usage => usage.Node.Name.Value).ToHashSet();
        foreach (var variable in operation.Variables)
            if (!used.Contains(variable.Variable.Name.Value))
                context.Report(
                    operation.Name is { } name
                        ? $"Variable \"${variable.Variable.Name}\" is never used in operation \"{name}\"."
                        : $"Variable \"${variable.Variable.Name}\" is never used.",
                    variable);
    });
}
