namespace GeoCrime.Analytics.Forecasting;

/// <summary>A figure of every day beside a count series: whether an event is on, how warm it was.</summary>
/// <param name="Name">Unique among the columns of a table.</param>
/// <param name="KnownAhead">
/// True for what is planned (events, school holidays): values hold for future days too, and a day without one counts 0. False for what
/// is measured (weather): from the day of a forecast on, and where a measurement is missing, the usual value for the time of year stands in.
/// </param>
/// <param name="Values">Day → finite value.</param>
public sealed record DayColumn(string Name, bool KnownAhead, IReadOnlyDictionary<DateOnly, double> Values);
