using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Input objects have fields of input types; those of a OneOf are nullable and without default (section 3.10).</summary>
internal static class InputFields
{
    public static void Check(SchemaReport report, InputObjectType type)
    {
        if (type.Fields.Count == 0)
            report.Add($"Input Object type {type} must define one or more fields.", type.Definitions);
        foreach (var field in type.Fields)
        {
            report.CheckInput(field, $"{type}.{field.Name}", "input field", field.Definition?.Type);
            if (type.IsOneOf && field.Type is NonNullType)
                report.Add($"OneOf input field {type}.{field.Name} must be nullable.", field.Definition?.Type);
            if (type.IsOneOf && field.Default is not null)
                report.Add($"OneOf input field {type}.{field.Name} cannot have a default value.", field.Definition);
        }
    }
}
