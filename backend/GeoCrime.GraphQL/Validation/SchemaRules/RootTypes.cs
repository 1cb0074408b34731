using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Root types are different object types, and there is one for queries (section 3.3.1).</summary>
internal static class RootTypes
{
    public static void Check(SchemaReport report)
    {
        var roots = report.Schema.DeclaredRoots;
        if (!roots.ContainsKey(OperationKind.Query))
            report.Add("Query root type must be provided.", report.Schema.Definitions.Where(node => !node.IsExtension));
        foreach (var (operation, type) in roots.OrderBy(root => root.Key))
            if (type is not ObjectType)
                report.Add(
                    $"{operation} root type must be Object type{(operation == OperationKind.Query ? "" : " if provided")}, it cannot be {type}.",
                    (Node?)NodeOf(report.Schema, operation) ?? type.Definitions[0]);
        foreach (var shared in roots.Where(root => root.Value is ObjectType).OrderBy(root => root.Key).GroupBy(root => root.Value))
        {
            var names = shared.Select(root => Printer.Keyword(root.Key)).ToList();
            if (names.Count > 1)
                report.Add(
                    $"All root types must be different, \"{shared.Key}\" type is used as {AndList(names)} root types.",
                    shared.Select(root => NodeOf(report.Schema, root.Key)));
        }
    }

    private static string AndList(List<string> names) =>
        names.Count == 2 ? $"{names[0]} and {names[1]}" : $"{string.Join(", ", names.SkipLast(1))}, and {names[^1]}";

    private static NamedTypeNode? NodeOf(Schema schema, OperationKind operation) =>
        schema.Definitions.SelectMany(node => node.OperationTypes).FirstOrDefault(node => node.Operation == operation)?.Type;
}
