namespace GeoCrime.Analytics.SpaceTime;

/// <summary>How a place became, or was, hot or cold. docs/emerging-patterns.md gives the table that decides.</summary>
public enum EmergingPattern
{
    None,
    NewHot,
    ConsecutiveHot,
    IntensifyingHot,
    PersistentHot,
    DiminishingHot,
    SporadicHot,
    OscillatingHot,
    HistoricalHot,
    NewCold,
    ConsecutiveCold,
    IntensifyingCold,
    PersistentCold,
    DiminishingCold,
    SporadicCold,
    OscillatingCold,
    HistoricalCold,
}
