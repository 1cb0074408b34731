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
}

/// <param name="Series">What was taken apart.</param>
/// <param name="SeasonalStrength">Null for factors.</param>
/// <param name="TrendStrength">Null for factors.</param>
public sealed record DecompositionResult(CountSeries Series, Decomposition Parts, double? SeasonalStrength, double? TrendStrength);

/// <summary>Takes an area's counts apart into trend, season and what is left.</summary>
public sealed class DecompositionStudy(LiveRuns live)
{
    /// <exception cref="ArgumentException">There is no such area, or the series is too short for two of its seasons.</exception>
    public Task<LiveRun<DecompositionResult>> RunAsync(
        IncidentColumns columns, SeriesRequest request, DecompositionMethod method, AccessPolicy policy, CancellationToken cancellationToken) =>
        live.GetAsync(RunIdentity.Of(StudyKind.Forecast, columns, new { Decomposition = request, Method = method }, null, policy), token => Compute(request.Read(columns, token), method), cancellationToken);

    private static DecompositionResult Compute(CountSeries series, DecompositionMethod method)
    {
        var parts = method switch
        {
            DecompositionMethod.Additive => ClassicalDecomposition.Additive(series.Values, series.Season),
            DecompositionMethod.Multiplicative => ClassicalDecomposition.Multiplicative(series.Values, series.Season),
            _ => StlDecomposition.Of(series.Values, series.Season, new StlOptions { Robust = true }),
        };
        var factors = method == DecompositionMethod.Multiplicative;
        return new DecompositionResult(series, parts, factors ? null : parts.SeasonalStrength, factors ? null : parts.TrendStrength);
    }
}
