using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Types;
using GeoCrime.GraphQL.Validation.SchemaRules;

namespace GeoCrime.GraphQL.Validation;

/// <summary>Checks a built schema against the type-system rules of section 3.</summary>
internal static class SchemaValidator
{
    /// <returns>All errors; empty for a valid schema.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema)
    {
        var report = new SchemaReport(schema);
        RootTypes.Check(report);
        DirectiveDefinitions.Check(report);
        DirectiveValues.Check(report);
        foreach (var type in schema.Types.Where(type => !type.IsIntrospection))
        {
            report.CheckName(type.Name, type.Definitions[0]);
            switch (type)
            {
                case FieldedType fielded:
                    FieldDefinitions.Check(report, fielded);
                    Implementations.Check(report, fielded);
                    break;
                case UnionType union:
                    UnionMembers.Check(report, union);
                    break;
                case EnumType choice:
                    EnumValues.Check(report, choice);
                    break;
                case InputObjectType input:
                    InputFields.Check(report, input);
                    break;
            }
        }
        InputObjectCycles.Check(report);
        DefaultValueCycles.Check(report);
        return report.Errors;
    }
}
