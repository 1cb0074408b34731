namespace GeoCrime.Api;

/// <summary>Enum members as the schema writes them (HIGH_LOW), for files that do not pass through GraphQL.</summary>
internal static class SchemaNames
{
    public static string Of<T>(T member)
        where T : struct, Enum =>
        string.Concat(member.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToUpperInvariant();
}
