namespace GeoCrime.Studies.SampleCity;

/// <summary>One row of the incident file, dirt included.</summary>
/// <param name="Id">Unique but for the declared repeats.</param>
/// <param name="Offence">Offence code.</param>
/// <param name="OccurredFrom">Local civil time, whole minutes.</param>
/// <param name="OccurredTo">End of the span in which it may have happened; null where the moment is known.</param>
/// <param name="ReportedAt">Local civil time of the report.</param>
/// <param name="Position">Longitude and latitude in degrees; null where the row has none, (0, 0) where it has the sentinel.</param>
/// <param name="Address">Block or intersection.</param>
/// <param name="Precinct">Code of the precinct it names; empty where it names none.</param>
/// <param name="District">Code of the district it names; empty where it names none.</param>
/// <param name="Resolution">open, inactive, arrest, referred or unfounded.</param>
/// <param name="UnreadableDate">Text that stands in place of <paramref name="OccurredFrom"/> in the file; null in good rows.</param>
/// <param name="Origin">background, near-repeat, or a planted hot spot's code; not in the file.</param>
public sealed record SampleIncident(
    string Id, string Offence, DateTime OccurredFrom, DateTime? OccurredTo, DateTime ReportedAt,
    (double Longitude, double Latitude)? Position, string Address, string Precinct, string District,
    string Resolution, string? UnreadableDate, string Origin);
