namespace GeoCrime.Analytics.Forecasting;

/// <summary>The length of a series' steps: calendar days, ISO weeks from Monday, calendar months.</summary>
public enum SeriesStep
{
    Day,
    Week,
    Month,
}
