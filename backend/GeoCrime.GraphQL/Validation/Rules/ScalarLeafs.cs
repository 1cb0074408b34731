using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Leaf fields have no selections, all others do (section 5.3.3).</summary>
internal static class ScalarLeafs
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<FieldNode>(field =>
    {
        if (context.Types.Type is not { } type)
            return;
        if (type.Named.IsLeaf && field.SelectionSet is not null)
            context.Report($"Field \"{field.Name}\" must not have a selection since type \"{type}\" has no subfields.", field.SelectionSet);
        else if (!type.Named.IsLeaf && field.SelectionSet is null)
            context.Report(
                $"Field \"{field.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field);
    });
}
