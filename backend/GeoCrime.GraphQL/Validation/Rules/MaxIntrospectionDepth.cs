using System.Runtime.CompilerServices;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Introspection does not follow lists more than twice, so that its answer cannot explode.</summary>
internal static class MaxIntrospectionDepth
{
    private const int MaxLists = 3;

    private static readonly HashSet<string> Lists = ["fields", "interfaces", "possibleTypes", "inputFields"];

    public static void Register(ValidationContext context, Visitor visitor)
    {
        // Per fragment the greatest depth found harmless and the least found too deep, so that each is walked few times.
        var harmless = new Dictionary<string, int>();
        var tooDeep = new Dictionary<string, int>();
        visitor.Enter<FieldNode>(field =>
        {
            if (field.Name.Value is not ("__schema" or "__type") || !Exceeds(field, [], 0))
                return true;
            context.Report("Maximum introspection depth exceeded", field);
            return false;
        });

        bool Exceeds(Node node, Dictionary<string, int> open, int depth) => node switch
        {
            FragmentSpreadNode spread => SpreadExceeds(spread.Name.Value, open, depth),
            FieldNode field => (Lists.Contains(field.Name.Value) && ++depth >= MaxLists) || SetExceeds(field.SelectionSet, open, depth),
            InlineFragmentNode inline => SetExceeds(inline.SelectionSet, open, depth),
            _ => false,
        };

        bool SetExceeds(SelectionSetNode? set, Dictionary<string, int> open, int depth) =>
            set?.Selections.Any(selection => Exceeds(selection, open, depth)) == true;

        bool SpreadExceeds(string name, Dictionary<string, int> open, int depth)
        {
            if (tooDeep.TryGetValue(name, out var least) && least <= depth)
                return true;
            if ((open.TryGetValue(name, out var entered) && entered >= depth) || (harmless.TryGetValue(name, out var greatest) && greatest >= depth))
                return false;
            if (context.Fragment(name) is not { } fragment)
                return false;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            open[name] = depth;
            var exceeds = SetExceeds(fragment.SelectionSet, open, depth);
            (exceeds ? tooDeep : harmless)[name] = depth;
            return exceeds;
        }
    }
}
