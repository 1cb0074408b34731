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

    /// <summary>Several seasons at once: week and year of daily counts.</summary>
    Mstl,
}

/// <param name="Series">What was taken apart.</param>
/// <param name="Parts">Its season is the sum of all seasons.</param>
/// <param name="Seasons">One or several.</param>
/// <param name="SeasonalStrength">Null for factors.</param>
/// <param name="TrendStrength">Null for factors.</param>
public sealed record DecompositionResult(CountSeries Series, Decomposition Parts, IReadOnlyList<SeasonPart> Seasons, double? SeasonalStrength, double? TrendStrength);

/// <summary>One season of a decomposition.</summary>
/// <param name="Steps">Its length.</param>
/// <param name="Strength">0–1; null for factors, and where nothing varies.</param>
/// <param name="Values">Shape [n]: an amount, or a factor.</param>
public sealed record SeasonPart(int Steps, double? Strength, double[] Values);

/// <summary>Takes an area's counts apart into trend, season and what is left.</summary>
public sealed class DecompositionStudy(LiveRuns live)
{
    /// <exception cref="ArgumentException">There is no such area, or the series is too short for two of its seasons.</exception>
    public Task<LiveRun<DecompositionResult>> RunAsync(
        IncidentColumns columns, SeriesRequest request, DecompositionMethod method, AccessPolicy policy, CancellationToken cancellationToken) =>
        live.GetAsync(RunIdentity.Of(StudyKind.Forecast, columns, new { Decomposition = request, Method = method }, null, policy), token => Compute(request.Read(columns, token), method), cancellationToken);

    private static DecompositionResult Compute(CountSeries series, DecompositionMethod method)
    {
        if (method == DecompositionMethod.Mstl)
            return Several(series);
        var parts = method switch
        {
            DecompositionMethod.Additive => ClassicalDecomposition.Additive(series.Values, series.Season),
            DecompositionMethod.Multiplicative => ClassicalDecomposition.Multiplicative(series.Values, series.Season),
            _ => StlDecomposition.Of(series.Values, series.Season, new StlOptions { Robust = true }),
        };
        var factors = method == DecompositionMethod.Multiplicative;
        var strength = factors ? null : parts.SeasonalStrength;
        return new DecompositionResult(series, parts, [new SeasonPart(series.Season, strength, parts.Seasonal)], strength, factors ? null : parts.TrendStrength);
    }

    // Years of days are followed where two of them are there; weeks and months have the year alone.
    private static DecompositionResult Several(CountSeries series)
    {
        const int daysOfYear = 365;
        var found = MstlDecomposition.Of(series.Values, series.Step == SeriesStep.Day ? [series.Season, daysOfYear] : [series.Season], new StlOptions { Robust = true });
        double[] all = [.. found.Trend.Select((_, i) => found.Seasonals.Sum(each => each[i]))];
        var parts = new Decomposition(found.Trend, all, found.Remainder, []);
        return new DecompositionResult(
            series, parts, [.. found.Seasons.Select((steps, s) => new SeasonPart(steps, found.Strengths[s], found.Seasonals[s]))], parts.SeasonalStrength, parts.TrendStrength);
    }
}
