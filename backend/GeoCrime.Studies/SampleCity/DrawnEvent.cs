namespace GeoCrime.Studies.SampleCity;

/// <summary>An incident as it happened, before anyone reported it.</summary>
/// <param name="Day">Day number in the period.</param>
/// <param name="Hour">Local hour.</param>
/// <param name="Offence">Index of its offence.</param>
/// <param name="Anchor">Index of its anchor.</param>
/// <param name="Origin">background, near-repeat, or the code of a planted hot spot.</param>
internal readonly record struct DrawnEvent(int Day, int Hour, int Offence, int Anchor, string Origin);
