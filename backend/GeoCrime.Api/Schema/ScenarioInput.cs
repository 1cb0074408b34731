using GeoCrime.Studies.Scenarios;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed record ScenarioChangeInput(double Percent, string? Category, string? Area);

public sealed record ScenarioEventInput(string Name, DateOnly From, int? Days, double? Percent, IReadOnlyList<DateOnly>? Like, IReadOnlyList<string>? Areas);

public sealed record ScenarioInput(IReadOnlyList<ScenarioChangeInput>? Changes, IReadOnlyList<ScenarioEventInput>? Events)
{
    /// <returns>Null where the scenario changes nothing.</returns>
    public Scenario? ToScenario() => Changes is { Count: > 0 } || Events is { Count: > 0 }
        ? new Scenario(
            [.. (Changes ?? []).Select(change => new ScenarioChange(change.Percent, change.Category, change.Area))],
            [.. (Events ?? []).Select(happening => new ScenarioEvent(happening.Name, happening.From, happening.Days ?? 1, happening.Percent, happening.Like, happening.Areas))])
        : null;
}
