using System.Runtime.CompilerServices;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, directly or through others (section 5.5.2.2).</summary>
internal static class NoFragmentCycles
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var visited = new HashSet<string>();
        var path = new List<FragmentSpreadNode>();
        var indexInPath = new Dictionary<string, int>();
        visitor.Skip<OperationNode>();
        visitor.Enter<FragmentNode>(fragment =>
        {
            Detect(fragment);
            return false;
        });

        void Detect(FragmentNode fragment)
        {
            var name = fragment.Name.Value;
            if (!visited.Add(name))
                return;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            indexInPath[name] = path.Count;
            foreach (var spread in context.Spreads(fragment.SelectionSet))
            {
                path.Add(spread);
                if (indexInPath.TryGetValue(spread.Name.Value, out var start))
                    Report(path[start..]);
                else if (context.Fragment(spread.Name.Value) is { } next)
                    Detect(next);
                path.RemoveAt(path.Count - 1);
            }
            indexInPath.Remove(name);
        }

        void Report(List<FragmentSpreadNode> cycle)
        {
            var via = cycle.Count > 1 ? $" via {string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name}\""))}" : "";
            context.Report($"Cannot spread fragment \"{cycle[^1].Name}\" within itself{via}.", cycle);
        }
    }
}
