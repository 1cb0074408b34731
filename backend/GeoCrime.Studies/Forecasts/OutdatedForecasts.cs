using GeoCrime.Domain;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Forecasts;

/// <summary>Forecasts whose newest training rests on other data than today's.</summary>
/// <param name="Plain">What is trained within seconds; none is a network.</param>
/// <param name="Networks">Networks take minutes: they are trained when somebody asks.</param>
public sealed record OutdatedForecasts(IReadOnlyList<ForecastRequest> Plain, IReadOnlyList<ForecastRequest> Networks)
{
    /// <param name="runs">Training runs of one jurisdiction; those that did not succeed are passed over.</param>
    /// <param name="dataVersion">Of the jurisdiction, today.</param>
    public static OutdatedForecasts Of(IEnumerable<Run> runs, string dataVersion)
    {
        // How a network was trained is no part of what is asked.
        var outdated = runs.Where(run => run.Study == StudyKind.Forecast && run.State == RunState.Succeeded)
            .GroupBy(run => RunIdentity.Write(RunIdentity.Read<ForecastRequest>(run.Parameters) with { Training = null }))
            .Where(group => group.All(run => run.DatasetVersion != dataVersion))
            .Select(group => RunIdentity.Read<ForecastRequest>(group.Key))
            .ToLookup(request => request.IsNetwork);
        return new OutdatedForecasts([.. outdated[false]], [.. outdated[true]]);
    }
}
