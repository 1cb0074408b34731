using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Objects and interfaces have fields of output types with arguments of input types (sections 3.6 and 3.7).</summary>
internal static class FieldDefinitions
{
    public static void Check(SchemaReport report, FieldedType type)
    {
        if (type.Fields.Count == 0)
            report.Add($"Type {type} must define one or more fields.", type.Definitions);
        foreach (var field in type.Fields)
        {
            report.CheckName(field.Name, field.Definition);
            if (!field.Type.IsOutput)
                report.Add($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.", field.Definition?.Type);
            foreach (var argument in field.Arguments)
                report.CheckInput(argument, $"{type}.{field.Name}({argument.Name}:)", "argument", argument.Definition?.Type);
        }
    }
}
