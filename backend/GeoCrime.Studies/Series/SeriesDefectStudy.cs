using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Series;

/// <param name="Series">What was looked through.</param>
/// <param name="Gaps">Stretches of missing steps, in order of time.</param>
public sealed record SeriesDefectResult(CountSeries Series, SeriesDefects Defects, IReadOnlyList<SeriesGap> Gaps);

/// <summary>A stretch of missing steps.</summary>
/// <param name="From">First day of its first step.</param>
/// <param name="To">First day after it.</param>
public sealed record SeriesGap(DateOnly From, DateOnly To, int Steps);

/// <summary>What to know of a series before trusting it: gaps, which are not zeros, outliers and changes of level. Reported, not repaired.</summary>
public sealed class SeriesDefectStudy(LiveRuns live)
{
    /// <exception cref="ArgumentException">There is no such area, or nothing is known of it.</exception>
    public Task<LiveRun<SeriesDefectResult>> RunAsync(IncidentColumns columns, SeriesRequest request, AccessPolicy policy, CancellationToken cancellationToken) =>
        live.GetAsync(RunIdentity.Of(StudyKind.Forecast, columns, new { Defects = request }, null, policy), token => Compute(request.Read(columns, token)), cancellationToken);

    private static SeriesDefectResult Compute(CountSeries series) => new(series, SeriesDefects.Of(series), [.. Gaps(series)]);

    private static IEnumerable<SeriesGap> Gaps(CountSeries series)
    {
        var start = 0;
        for (var i = 0; i <= series.Length; i++)
            if (i == series.Length || !double.IsNaN(series.Values[i]))
            {
                if (i > start)
                    yield return new SeriesGap(series.DateAt(start), series.DateAt(i), i - start);
                start = i + 1;
            }
    }
}
