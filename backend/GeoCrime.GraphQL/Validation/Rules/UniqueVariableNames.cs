using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Variables of an operation have different names (section 5.8.1).</summary>
internal static class UniqueVariableNames
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<OperationNode>(operation =>
    {
        foreach (var group in operation.Variables.Select(variable => variable.Variable.Name).GroupBy(name => name.Value))
            if (group.Count() > 1)
                context.Report($"There can be only one variable named \"${group.Key}\".", group);
    });
}
