using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one (section 5.2.3.1).</summary>
internal static class LoneAnonymousOperation
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var operations = context.Document.Operations.Count();
        visitor.Enter<OperationNode>(operation =>
        {
            if (operation.Name is null && operations > 1)
                context.Report("This anonymous operation must be the only defined operation.", operation);
        });
    }
}
