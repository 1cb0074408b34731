namespace GeoCrime.Studies.SampleCity;

/// <summary>A street's centre line.</summary>
/// <param name="Name">Its name; several pieces may share one.</param>
/// <param name="Class">motorway, primary, secondary or residential.</param>
/// <param name="Line">Vertices in order, at least two.</param>
public sealed record Street(string Name, string Class, PlanePoint[] Line);
