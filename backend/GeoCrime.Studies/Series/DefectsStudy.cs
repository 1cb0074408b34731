using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Series;

/// <summary>Gaps, counts far from the rest and changes of level in an area's counts, reported and not repaired.</summary>
public sealed class DefectsStudy(LiveRuns live)
{
    /// <exception cref="ArgumentException">There is no such area, or no step of the series is complete.</exception>
    public Task<LiveRun<SeriesDefects>> RunAsync(IncidentColumns columns, SeriesRequest request, AccessPolicy policy, CancellationToken cancellationToken) =>
        live.GetAsync(RunIdentity.Of(StudyKind.Forecast, columns, new { Defects = request }, null, policy), token => SeriesDefects.Of(request.Read(columns, token)), cancellationToken);
}
