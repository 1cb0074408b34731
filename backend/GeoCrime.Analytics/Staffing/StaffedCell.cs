namespace GeoCrime.Analytics.Staffing;

/// <summary>Work that posts are given to: one queue of calls.</summary>
/// <param name="Load">Erlangs; ≥ 0.</param>
/// <param name="Required">Posts it needs; more than the load, or 0 without load.</param>
public readonly record struct StaffedCell(double Load, int Required);
