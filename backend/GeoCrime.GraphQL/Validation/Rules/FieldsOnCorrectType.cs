using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Fields exist on the type that they are selected from (section 5.3.1).</summary>
internal static class FieldsOnCorrectType
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<FieldNode>(field =>
    {
        if (context.Types is not { ParentType: { } type, Field: null })
            return;
        var name = field.Name.Value;
        var suggestion = Suggestions.DidYouMean("to use an inline fragment on", TypesWith(context.Schema, type, name));
        if (suggestion.Length == 0 && type is FieldedType fielded)
            suggestion = Suggestions.DidYouMean(null, Suggestions.Near(name, fielded.Fields.Select(known => known.Name)));
        context.Report($"Cannot query field \"{name}\" on type \"{type}\".{suggestion}", field);
    });

    // Object types that have the field, and their interfaces that do; those that cover most first.
    private static List<string> TypesWith(Schema schema, NamedType type, string field)
    {
        if (!type.IsAbstract)
            return [];
        var uses = new Dictionary<FieldedType, int>();
        foreach (var possible in schema.PossibleTypes(type).Where(possible => possible.Field(field) is not null))
        {
            uses[possible] = 1;
            foreach (var face in possible.Interfaces.Where(face => face.Field(field) is not null))
                uses[face] = uses.GetValueOrDefault(face) + 1;
        }
        var types = uses.Keys.ToList();
        types.Sort((a, b) =>
            uses[a] != uses[b] ? uses[b].CompareTo(uses[a])
            : Schema.IsMember(a, b) ? -1
            : Schema.IsMember(b, a) ? 1
            : NaturalOrder.Comparer.Compare(a.Name, b.Name));
        return [.. types.Select(each => each.Name)];
    }
}
