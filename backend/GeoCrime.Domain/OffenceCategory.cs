namespace GeoCrime.Domain;

/// <summary>A kind of offence, after the source's own names are mapped.</summary>
/// <param name="Severity">Weight of one record; a default that the user can edit.</param>
/// <param name="OfficerInitiated">True where officers, not victims, start the record (drugs): counts then depend on where officers look.</param>
public sealed record OffenceCategory(int Id, string Code, string Label, string Group, double Severity, bool OfficerInitiated);
