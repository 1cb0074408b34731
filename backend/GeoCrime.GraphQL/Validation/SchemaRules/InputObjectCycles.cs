using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Every input object has a finite value: it does not need itself (section 3.10, "Circular References").</summary>
internal static class InputObjectCycles
{
    public static void Check(SchemaReport report)
    {
        var inputs = report.Schema.Types.OfType<InputObjectType>().ToList();
        var finite = Finite(inputs);
        var visited = new HashSet<InputObjectType>();
        var path = new List<(InputObjectType Type, InputValue Field)>();
        var indexInPath = new Dictionary<InputObjectType, int>();
        foreach (var input in inputs.Where(input => !finite.Contains(input)))
            Walk(input);

        void Walk(InputObjectType type)
        {
            if (!visited.Add(type))
                return;
            indexInPath[type] = path.Count;
            foreach (var (field, target) in Needs(type).Where(need => !finite.Contains(need.Target)))
            {
                path.Add((type, field));
                if (indexInPath.TryGetValue(target, out var start))
                    report.Add(
                        $"Input Object {target} cannot be provided a finite value because it references itself through fields: "
                        + $"{string.Join(", ", path[start..].Select(step => $"{step.Type}.{step.Field.Name}"))}.",
                        path[start..].Select(step => step.Field.Definition));
                else
                    Walk(target);
                path.RemoveAt(path.Count - 1);
            }
            indexInPath.Remove(type);
        }
    }

    // The least set that holds every input whose needed fields are finite, or of which one choice is.
    private static HashSet<InputObjectType> Finite(List<InputObjectType> inputs)
    {
        var finite = new HashSet<InputObjectType>();
        bool grown;
        do
        {
            grown = false;
            foreach (var input in inputs.Where(input => !finite.Contains(input)))
            {
                var needs = Needs(input);
                var isFinite = input.IsOneOf
                    ? needs.Count < input.Fields.Count || input.Fields.Count == 0 || needs.Any(need => finite.Contains(need.Target))
                    : needs.All(need => finite.Contains(need.Target));
                grown |= isFinite && finite.Add(input);
            }
        }
        while (grown);
        return finite;
    }

    private static List<(InputValue Field, InputObjectType Target)> Needs(InputObjectType type) =>
    [
        .. type.Fields
            .Select(field => (field, Target: (type.IsOneOf ? field.Type : (field.Type as NonNullType)?.Inner) as InputObjectType))
            .Where(need => need.Target is not null)
            .Select(need => (need.field, need.Target!)),
    ];
}
