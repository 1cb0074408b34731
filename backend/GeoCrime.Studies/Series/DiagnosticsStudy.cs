using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Series;

/// <summary>Tests whether an area's counts keep to a level, and how they hang together with their own past.</summary>
public sealed class DiagnosticsStudy(LiveRuns live)
{
    private const int MostLags = 400;

    /// <exception cref="ArgumentException">There is no such area, lags are out of range, or the series is too short or even to be tested.</exception>
    public Task<LiveRun<SeriesDiagnostics>> RunAsync(IncidentColumns columns, SeriesRequest request, int lags, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (lags is < 1 or > MostLags)
            throw new ArgumentException($"lags is {lags}; 1…{MostLags} are allowed.");
        return live.GetAsync(RunIdentity.Of(StudyKind.Forecast, columns, new { Diagnostics = request, Lags = lags }, null, policy), token => Compute(request.Read(columns, token), lags), cancellationToken);
    }

    private static SeriesDiagnostics Compute(CountSeries series, int lags)
    {
        var found = SeriesDiagnostics.Of(series, lags);
        return found.Adf is null || found.Kpss is null
            ? throw new ArgumentException("The tests need 30 steps in a row without a gap, not all alike; this series has fewer.")
            : found;
    }
}
