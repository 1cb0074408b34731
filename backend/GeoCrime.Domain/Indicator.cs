namespace GeoCrime.Domain;

/// <summary>A figure about the areas of a kind that is no incident: the share of a population group, income, rent.</summary>
/// <param name="Values">Area code → value; areas may be missing.</param>
public sealed record Indicator(string Code, string Label, IReadOnlyDictionary<string, double> Values);
