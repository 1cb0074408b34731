namespace GeoCrime.GraphQL.Language;

/// <summary>The indentation rules of block strings (section 2.9.4, BlockStringValue).</summary>
internal static class BlockString
{
    /// <summary>The value of a block string: the common indentation and blank first and last lines are removed.</summary>
    public static string Dedent(IReadOnlyList<string> lines)
    {
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = Indentation(lines[i]);
            if (indent == lines[i].Length)
                continue;
            first = first < 0 ? i : first;
            last = i;
            if (i > 0)
                common = Math.Min(common, indent);
        }
        if (first < 0)
            return "";
        return string.Join('\n', Enumerable.Range(first, last - first + 1).Select(i => i == 0 ? lines[i] : lines[i][Math.Min(common, lines[i].Length)..]));
    }

    /// <summary>Source text of a block string; on lines of its own unless it is one short line.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"");
        var lines = escaped.Split("\r\n").SelectMany(part => part.Split('\n', '\r')).ToArray();
        var indentedRest = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsOpen = (value.EndsWith('"') && !escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal)) || value.EndsWith('\\');
        var multiline = lines.Length > 1 || value.Length > 70 || endsOpen || escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var keepFirst = lines.Length == 1 && value.Length > 0 && value[0] is (' ' or '\t');
        var opening = (multiline && !keepFirst) || indentedRest ? "\n" : "";
        return $"\"\"\"{opening}{escaped}{(multiline ? "\n" : "")}\"\"\"";
    }

    private static int Indentation(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is (' ' or '\t'))
            i++;
        return i;
    }
}
