using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>A schema names one type for each kind of operation (section 3.3.1).</summary>
internal static class UniqueOperationTypes
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var known = new Dictionary<OperationKind, OperationTypeNode>();
        visitor.Enter<SchemaNode>(schema =>
        {
            foreach (var root in schema.OperationTypes)
                if (!known.TryAdd(root.Operation, root))
                    context.Report($"There can be only one {Printer.Keyword(root.Operation)} type in schema.", known[root.Operation], root);
        });
    }
}
