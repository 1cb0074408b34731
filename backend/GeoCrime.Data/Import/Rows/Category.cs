namespace GeoCrime.Data.Import.Rows;

/// <summary>An offence category as an import writes it.</summary>
/// <param name="Severity">Weight in 1–100.</param>
/// <param name="Mapped">A rule of the profile gave it; otherwise the source's own value stands for itself.</param>
public sealed record Category(string Code, string Label, string Group, double Severity, bool OfficerInitiated, bool Mapped);
