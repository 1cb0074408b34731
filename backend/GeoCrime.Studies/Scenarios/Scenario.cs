namespace GeoCrime.Studies.Scenarios;

/// <summary>What might come, for comparison with the forecast as it stands.</summary>
public sealed record Scenario(IReadOnlyList<ScenarioChange> Changes, IReadOnlyList<ScenarioEvent> Events);

/// <summary>Reports of one category, or in one area, or both, shift by a percentage on all days.</summary>
/// <param name="Percent">−100…1000.</param>
/// <param name="Category">Code; null means all.</param>
/// <param name="Area">Code; null means all.</param>
public sealed record ScenarioChange(double Percent, string? Category = null, string? Area = null);

/// <summary>An event or holiday to come.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Percent">How much more is reported on its days; null means that <paramref name="Like"/> tells.</param>
/// <param name="Like">Past days of the same kind, from which the percentage is reckoned.</param>
/// <param name="Areas">Codes; null means all.</param>
public sealed record ScenarioEvent(string Name, DateOnly From, int Days = 1, double? Percent = null, IReadOnlyList<DateOnly>? Like = null, IReadOnlyList<string>? Areas = null);
