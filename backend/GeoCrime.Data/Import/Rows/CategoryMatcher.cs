using System.Text.RegularExpressions;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Data.Import.Rows;

/// <summary>Finds the category of a source's value; values that no rule knows become categories of their own.</summary>
internal sealed class CategoryMatcher(IReadOnlyList<CategoryRule> rules, string file)
{
    /// <summary>More values than this without a rule are no offence types: the wrong column was named.</summary>
    public const int MostUnmapped = 1000;

    private readonly Dictionary<string, CategoryRule> exact = rules.Where(rule => rule.Match is not null)
        .GroupBy(rule => rule.Match!, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    private readonly (CategoryRule Rule, Func<string, bool> Fits)[] ordered = [.. rules.Where(rule => rule.Match is null).Select(rule => (rule, Fits(rule)))];
    private readonly Dictionary<string, Category> known = [];
    private readonly HashSet<string> unmapped = [];

    /// <exception cref="ImportException">Too many different values have no rule.</exception>
    public Category Of(string value)
    {
        if (known.TryGetValue(value, out var found))
            return found;
        var rule = exact.GetValueOrDefault(value) ?? ordered.FirstOrDefault(candidate => candidate.Fits(value)).Rule;
        return known[value] = rule is null
            ? Unmapped(value)
            : new Category(rule.Code, rule.Label, rule.Group, rule.Severity, rule.OfficerInitiated, Mapped: true);
    }

    private Category Unmapped(string value)
    {
        var code = Slug.Of(value);
        if (unmapped.Add(code) && unmapped.Count > MostUnmapped)
            throw new ImportException(file, null, $"the category column has more than {MostUnmapped:N0} values that no rule knows, '{value}' among them; is it the right column?");
        return new Category(code, value, "other", 1, OfficerInitiated: false, Mapped: false);
    }

    private static Func<string, bool> Fits(CategoryRule rule)
    {
        if (rule.Prefix is { } prefix)
            return value => value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
        var pattern = new Regex(rule.Pattern!, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return pattern.IsMatch;
    }
}
