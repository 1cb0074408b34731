namespace GeoCrime.GraphQL.Types;

/// <summary>"Did you mean" for names that a schema does not know.</summary>
internal static class Suggestions
{
    private const int MaxShown = 5;

    /// <summary>Names within a distance of 40 % of the input's length, nearest first.</summary>
    public static IReadOnlyList<string> Near(string input, IEnumerable<string> names)
    {
        var threshold = (int)(input.Length * 0.4) + 1;
        return
        [
            .. names.Distinct()
                .Select(name => (name, Distance: Distance(input, name, threshold)))
                .Where(near => near.Distance <= threshold)
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.name, NaturalOrder.Comparer)
                .Select(near => near.name),
        ];
    }

    /// <summary>The sentence to append, with a leading blank, or nothing.</summary>
    /// <param name="prefix">Such as "the enum value"; null for none.</param>
    public static string DidYouMean(string? prefix, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return "";
        var quoted = names.Take(MaxShown).Select(name => $"\"{name}\"").ToList();
        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted.SkipLast(1))}, or {quoted[^1]}",
        };
        return $" Did you mean {(prefix is null ? "" : prefix + " ")}{list}?";
    }

    public static string EnumValue(EnumType type, string input) =>
        DidYouMean("the enum value", Near(input, type.Values.Select(value => value.Name)));

    // Damerau-Levenshtein (optimal string alignment) without regard to case; differing only in case counts as 1.
    private static int Distance(string input, string name, int threshold)
    {
        if (input == name)
            return 0;
        var (a, b) = (name.ToLowerInvariant(), input.ToLowerInvariant());
        if (a == b)
            return 1;
        if (Math.Abs(a.Length - b.Length) > threshold)
            return int.MaxValue;
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(substituted, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[a.Length, b.Length];
    }
}
