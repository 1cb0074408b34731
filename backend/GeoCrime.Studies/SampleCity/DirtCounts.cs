namespace GeoCrime.Studies.SampleCity;

/// <summary>Defects in the written file, counted row by row.</summary>
/// <param name="WithoutPosition">Rows with empty coordinates.</param>
/// <param name="Sentinel">Rows at (0, 0).</param>
/// <param name="StrayPrecinct">Rows that name another precinct than the one that holds them.</param>
/// <param name="WithoutPrecinct">Rows that name none.</param>
/// <param name="UnreadableDate">Rows whose first date cannot be read.</param>
/// <param name="ExactRepeat">Rows that repeat the row before in every field.</param>
/// <param name="Correction">Rows that repeat the id of the row before with another resolution.</param>
/// <param name="DaylightGap">Rows whose local start lies in the hour that summer time skips.</param>
/// <param name="Midnight">Rows that start at exactly 00:00, placeholders and rounded times alike.</param>
public sealed record DirtCounts(
    int WithoutPosition, int Sentinel, int StrayPrecinct, int WithoutPrecinct, int UnreadableDate,
    int ExactRepeat, int Correction, int DaylightGap, int Midnight);
