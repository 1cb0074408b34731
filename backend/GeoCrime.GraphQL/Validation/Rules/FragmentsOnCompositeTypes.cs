using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Fragments stand on objects, interfaces and unions (section 5.5.1.3).</summary>
internal static class FragmentsOnCompositeTypes
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        visitor.Enter<InlineFragmentNode>(fragment =>
        {
            if (fragment.TypeCondition is { } condition && context.Schema.Resolve(condition) is NamedType { IsComposite: false })
                context.Report($"Fragment cannot condition on non composite type \"{condition}\".", condition);
        });
        visitor.Enter<FragmentNode>(fragment =>
        {
            if (context.Schema.Resolve(fragment.TypeCondition) is NamedType { IsComposite: false })
                context.Report(
                    $"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{fragment.TypeCondition}\".", fragment.TypeCondition);
        });
    }
}
