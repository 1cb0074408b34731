namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Directives have sound names and arguments (section 3.13).</summary>
internal static class DirectiveDefinitions
{
    public static void Check(SchemaReport report)
    {
        foreach (var directive in report.Schema.Directives)
        {
            report.CheckName(directive.Name, directive.Definition);
            foreach (var argument in directive.Arguments)
                report.CheckInput(argument, $"@{directive.Name}({argument.Name}:)", "argument", argument.Definition);
        }
    }
}
