using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>The schema supports the kind of operation (section 5.2.1).</summary>
internal static class KnownOperationTypes
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<OperationNode>(operation =>
    {
        if (context.Schema.Root(operation.Operation) is null)
            context.Report($"The {Printer.Keyword(operation.Operation)} operation is not supported by the schema.", operation);
    });
}
