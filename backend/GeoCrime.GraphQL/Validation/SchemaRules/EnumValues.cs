using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Enums have values with sound names (section 3.9).</summary>
internal static class EnumValues
{
    public static void Check(SchemaReport report, EnumType type)
    {
        if (type.Values.Count == 0)
            report.Add($"Enum type {type} must define one or more values.", type.Definitions);
        foreach (var value in type.Values)
            report.CheckName(value.Name, value.Definition);
    }
}
