using System.Text;

namespace GeoCrime.Data.Import;

/// <summary>Codes made from names: lower case, everything that is no letter or digit becomes one hyphen, none at the ends.</summary>
public static class Slug
{
    /// <returns>For example <c>gateway-green-valley-ranch</c>; <c>unnamed</c> where the name has no letter or digit.</returns>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        if (slug.Length > 0 && slug[^1] == '-')
            slug.Length--;
        return slug.Length == 0 ? "unnamed" : slug.ToString();
    }
}
