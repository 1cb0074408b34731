using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>A fragment can apply where it is spread (section 5.5.2.3).</summary>
internal static class PossibleFragmentSpreads
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        visitor.Enter<InlineFragmentNode>(inline =>
        {
            if (context.Types is { Type: NamedType { IsComposite: true } type, ParentType: { } parent } && !context.Schema.Overlap(type, parent))
                context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", inline);
        });
        visitor.Enter<FragmentSpreadNode>(spread =>
        {
            if (context.Fragment(spread.Name.Value) is { } fragment
                && context.Schema.Resolve(fragment.TypeCondition) is NamedType { IsComposite: true } type
                && context.Types.ParentType is { } parent
                && !context.Schema.Overlap(type, parent))
                context.Report(
                    $"Fragment \"{spread.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread);
        });
    }
}
