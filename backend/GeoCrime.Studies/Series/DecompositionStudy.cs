using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Series;

/// <summary>How a series is taken apart.</summary>
public enum DecompositionMethod
{
    Additive,
    Multiplicative,
    Stl,

    /// <summary>STL of the week and the year of daily counts; of one season elsewhere.</summary>
    Mstl,
}

/// <param name="Series">What was taken apart.</param>
/// <param name="Parts">Its season is the sum of all seasons.</param>
/// <param name="SeasonalStrength">Null for factors.</param>
/// <param name="TrendStrength">Null for factors.</param>
/// <param name="Seasons">Each season by itself, shortest first; they add up to the seasonal part.</param>
public sealed record DecompositionResult(CountSeries Series, Decomposition Parts, double? SeasonalStrength, double? TrendStrength, IReadOnlyList<SeasonPart> Seasons);

/// <param name="Steps">Its length.</param>
/// <param name="Values">Shape [n].</param>
/// <param name="Strength">Null for factors and where nothing varies.</param>
public sealed record SeasonPart(int Steps, double[] Values, double? Strength);

/// <summary>Takes an area's counts apart into trend, season and what is left.</summary>
public sealed class DecompositionStudy(LiveRuns live)
{
    /// <exception cref="ArgumentException">There is no such area, or the series is too short for two of its seasons.</exception>
    public Task<LiveRun<DecompositionResult>> RunAsync(
        IncidentColumns columns, SeriesRequest request, DecompositionMethod method, AccessPolicy policy, CancellationToken cancellationToken) =>
        live.GetAsync(RunIdentity.Of(StudyKind.Forecast, columns, new { Decomposition = request, Method = method }, null, policy), token => Compute(request.Read(columns, token), method), cancellationToken);

    private const int DaysOfYear = 365;

    private static DecompositionResult Compute(CountSeries series, DecompositionMethod method)
    {
        if (method == DecompositionMethod.Mstl)
            return SeveralSeasons(series);
        var parts = method switch
        {
            DecompositionMethod.Additive => ClassicalDecomposition.Additive(series.Values, series.Season),
            DecompositionMethod.Multiplicative => ClassicalDecomposition.Multiplicative(series.Values, series.Season),
            _ => StlDecomposition.Of(series.Values, series.Season, new StlOptions { Robust = true }),
        };
        var factors = method == DecompositionMethod.Multiplicative;
        var strength = factors ? null : parts.SeasonalStrength;
        return new DecompositionResult(series, parts, strength, factors ? null : parts.TrendStrength, [new SeasonPart(series.Season, parts.Seasonal, strength)]);
    }

    private static DecompositionResult SeveralSeasons(CountSeries series)
    {
        int[] seasons = series.Step == SeriesStep.Day ? [series.Season, DaysOfYear] : [series.Season];
        // Without robustness: fifteen rounds a season would take many seconds on years of days.
        var found = MstlDecomposition.Of(series.Values, seasons, new StlOptions());
        var whole = new Decomposition(found.Trend, [.. Enumerable.Range(0, series.Length).Select(i => found.Seasonals.Sum(each => each[i]))], found.Remainder, []);
        return new DecompositionResult(
            series, whole, whole.SeasonalStrength, whole.TrendStrength,
            [.. found.Seasons.Select((steps, s) => new SeasonPart(steps, found.Seasonals[s], found.Strengths[s]))]);
    }
}
