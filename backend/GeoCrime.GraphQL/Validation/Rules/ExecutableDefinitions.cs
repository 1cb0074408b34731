using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>A document to execute holds operations and fragments alone (section 5.1.1).</summary>
internal static class ExecutableDefinitions
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<DocumentNode>(document =>
    {
        foreach (var definition in document.Definitions)
        {
            var name = definition switch
            {
                TypeDefinitionNode type => $"\"{type.Name}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
                SchemaNode => "schema",
                _ => null,
            };
            if (name is not null)
                context.Report($"The {name} definition is not executable.", definition);
        }
        return false;
    });
}
