namespace GeoCrime.Data.Import.Reading;

/// <summary>Names of a header, so that each addresses one column.</summary>
internal static class ColumnNames
{
    /// <summary>The names trimmed; the second of two equal ones becomes <c>NAME#2</c>, the third <c>NAME#3</c>.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> header)
    {
        var times = new Dictionary<string, int>();
        var names = new List<string>();
        foreach (var name in header.Select(name => name.Trim().Trim('\uFEFF')))
        {
            times[name] = times.GetValueOrDefault(name) + 1;
            names.Add(times[name] == 1 ? name : $"{name}#{times[name]}");
        }
        return names;
    }

    /// <summary>Index of a column by its name, else by its name in other case.</summary>
    /// <exception cref="ImportException">No column has the name; those present are listed.</exception>
    public static int Find(IReadOnlyList<string> names, string wanted, string file)
    {
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
            for (var index = 0; index < names.Count; index++)
                if (string.Equals(names[index], wanted, comparison))
                    return index;
        throw new ImportException(file, null, $"the column '{wanted}' is missing; present are {string.Join(", ", names.Select(name => $"'{Shown(name)}'"))}");
    }

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
