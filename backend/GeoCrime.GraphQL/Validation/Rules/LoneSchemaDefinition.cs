using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>A document defines at most one schema (section 3.3).</summary>
internal static class LoneSchemaDefinition
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var seen = false;
        visitor.Enter<SchemaNode>(schema =>
        {
            if (schema.IsExtension)
                return;
            if (seen)
                context.Report("Must provide only one schema definition.", schema);
            seen = true;
        });
    }
}
