using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Unions have members, each an object type and each once (section 3.8).</summary>
internal static class UnionMembers
{
    public static void Check(SchemaReport report, UnionType union)
    {
        var references = union.Definitions.Cast<UnionTypeNode>().SelectMany(node => node.Members).ToList();
        if (references.Count == 0)
            report.Add($"Union type {union} must define one or more member types.", union.Definitions);
        var seen = new HashSet<string>();
        foreach (var name in references.Select(reference => reference.Name.Value))
        {
            var nodes = references.Where(reference => reference.Name.Value == name);
            if (!seen.Add(name))
                report.Add($"Union type {union} can only include type {name} once.", nodes);
            else if (report.Schema.Type(name) is not ObjectType)
                report.Add($"Union type {union} can only include Object types, it cannot include {name}.", nodes);
        }
    }
}
