using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Forecasts;

/// <summary>What daily paths are asked with.</summary>
/// <param name="AsOf">Last day of the data to use, with only what was reported by then; null means completeThrough.</param>
/// <param name="HorizonDays">Days from the day after the data's end.</param>
/// <param name="SeverityWeighted">Sums severity weights in place of counting.</param>
/// <param name="OfficerWeight">What a record that officers started counts, 0–1.</param>
/// <param name="Filter">Without a window.</param>
public sealed record AreaPathRequest(string Kind, DateOnly? AsOf, int HorizonDays, bool SeverityWeighted, double OfficerWeight, IncidentFilter Filter)
{
    public const int MostDays = 180;
}

/// <summary>Daily forecasts of all areas of a kind with the errors that such forecasts made in the past, in the order of the snapshot.</summary>
/// <param name="Counts">One an area: reports a day, up to the day that the paths start after.</param>
/// <param name="Series">As <paramref name="Counts"/>, severity-weighted where asked for.</param>
/// <param name="Paths">Shape [areas, horizon]: expected a day.</param>
/// <param name="Errors">Shape [areas, origins, horizon]: actual − forecast of past origins; NaN where unknown.</param>
public sealed record AreaPaths(IReadOnlyList<CountSeries> Counts, IReadOnlyList<CountSeries> Series, double[][] Paths, double[][][] Errors)
{
    /// <summary>The first day that is forecast.</summary>
    public DateOnly Start => Counts[0].DateAt(Counts[0].Length);
}
