using GeoCrime.Analytics.SpaceTime;

namespace GeoCrime.Api;

/// <summary>Patterns as the API writes them, for files that do not pass through GraphQL.</summary>
internal static class PatternNames
{
    private static readonly Dictionary<EmergingPattern, string> Names = Enum.GetValues<EmergingPattern>().ToDictionary(
        pattern => pattern, pattern => string.Concat(pattern.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToUpperInvariant());

    public static string Of(EmergingPattern pattern) => Names[pattern];
}
