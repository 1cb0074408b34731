namespace GeoCrime.Studies.SampleCity;

/// <summary>One holiday.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsLively">Festive in the streets (true) or spent at home (false).</param>
public sealed record SampleHoliday(DateOnly Date, string Name, bool IsLively);
