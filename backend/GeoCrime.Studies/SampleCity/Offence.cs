namespace GeoCrime.Studies.SampleCity;

/// <summary>One offence category of the sample city and the profile its incidents are drawn from.</summary>
/// <param name="Code">Code in the file.</param>
/// <param name="Label">What people read.</param>
/// <param name="Group">violence, property or order.</param>
/// <param name="Severity">Weight 1–100.</param>
/// <param name="OfficerInitiated">Whether its count follows police activity.</param>
/// <param name="PerYear">Expected incidents a year in the middle of the period, planted hot spots apart.</param>
/// <param name="YearlyTrend">Growth a year, as a logarithm.</param>
/// <param name="SeasonAmplitude">Share by which the peak day of the year exceeds the mean.</param>
/// <param name="SeasonPeakDay">Day of the year of the peak.</param>
/// <param name="Place">Where it happens.</param>
/// <param name="Hours">Share of each local hour on a plain day; shape [24], any sum.</param>
/// <param name="WeekendFactor">Saturday and Sunday relative to a weekday.</param>
/// <param name="NightlifeFactor">Added share of Friday and Saturday nights (21–03 h), relative to the mean hour.</param>
/// <param name="QuietHolidayFactor">Factor on family holidays.</param>
/// <param name="LivelyHolidayFactor">Factor on festive days.</param>
/// <param name="IntervalHours">Mean length of the span in which it may have happened; 0 where the moment is known.</param>
/// <param name="PlaceholderMidnight">Share whose hour is unknown and stands as 00:00.</param>
public sealed record Offence(
    string Code, string Label, string Group, double Severity, bool OfficerInitiated,
    double PerYear, double YearlyTrend, double SeasonAmplitude, int SeasonPeakDay, LocationKind Place, double[] Hours,
    double WeekendFactor, double NightlifeFactor, double QuietHolidayFactor, double LivelyHolidayFactor,
    double IntervalHours, double PlaceholderMidnight);
