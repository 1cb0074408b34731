namespace GeoCrime.Domain;

public enum StudyKind
{
    Density,
    Clusters,
    Changes,
    Hotspots,
    Emerging,
    NearRepeat,
    Places,
    Stability,
    Nearby,
    Risk,
    Backtest,
    Forecast,
    Staffing,

    // What follows changes data: entered in the same ledger, so that it is watched, cancelled and resumed alike.
    Import,
    Areas,
    Undo,
    Sample,
}

public enum RunState
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
}

/// <summary>An immutable record of what was computed, from which data, with what and by which code.</summary>
/// <param name="Id">Hash of study, data version, code version, parameters, seed and access policy.</param>
/// <param name="Parameters">JSON object.</param>
/// <param name="Progress">0…1.</param>
/// <param name="Metrics">JSON object, or null.</param>
public sealed record Run(
    string Id,
    StudyKind Study,
    RunState State,
    string? Jurisdiction,
    string Parameters,
    string? DatasetVersion,
    string CodeVersion,
    int? Seed,
    DateTime QueuedAt,
    DateTime? StartedAt,
    double? Seconds,
    double Progress,
    string? Metrics,
    string? Error);
