using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Default values of input fields do not contain themselves (section 3.10, "Circular References").</summary>
internal sealed class DefaultValueCycles
{
    private readonly SchemaReport _report;
    private readonly HashSet<string> _visited = [];
    private readonly List<(string Field, ValueNode Default)> _path = [];
    private readonly Dictionary<string, int> _indexInPath = [];

    private DefaultValueCycles(SchemaReport report)
    {
        _report = report;
    }

    public static void Check(SchemaReport report)
    {
        var walk = new DefaultValueCycles(report);
        // An empty object takes every default.
        foreach (var input in report.Schema.Types.OfType<InputObjectType>())
            walk.OfLiteral(input, new ObjectNode(default, []));
    }

    private void OfLiteral(InputObjectType type, ValueNode literal)
    {
        if (literal is ListNode list)
            foreach (var item in list.Values)
                OfLiteral(type, item);
        if (literal is not ObjectNode map)
            return;
        foreach (var field in type.Fields)
        {
            if (field.Type.Named is not InputObjectType below)
                continue;
            if (map.Fields.LastOrDefault(given => given.Name.Value == field.Name) is { } given)
                OfLiteral(below, given.Value);
            else if (field.Default is { } literalDefault)
                OfDefault($"{type}.{field.Name}", below, literalDefault);
        }
    }

    private void OfDefault(string field, InputObjectType type, ValueNode literal)
    {
        if (_indexInPath.TryGetValue(field, out var index))
        {
            var via = _path.Skip(index).Select(step => step.Field).ToList();
            _report.Add(
                $"Invalid circular reference. The default value of Input Object field {field} references itself"
                + (via.Count > 0 ? $" via the default values of: {string.Join(", ", via)}." : "."),
                _path.Skip(index - 1).Select(step => step.Default));
            return;
        }
        if (!_visited.Add(field))
            return;
        _path.Add((field, literal));
        _indexInPath[field] = _path.Count;
        OfLiteral(type, literal);
        _path.RemoveAt(_path.Count - 1);
        _indexInPath.Remove(field);
    }
}
