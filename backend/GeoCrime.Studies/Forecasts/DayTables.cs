using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Studies.Forecasts;

/// <summary>Events and weather as the models see them.</summary>
public static class DayTables
{
    /// <returns>Null where none are loaded, or none are kept.</returns>
    public static async Task<DayTable?> ReadAsync(IDayFigures? figures, string jurisdiction, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (figures is null || await figures.LoadAsync(jurisdiction, policy, cancellationToken) is not { Count: > 0 } found)
            return null;
        return new DayTable([.. found.Select(figure => new DayColumn(figure.Name, figure.KnownAhead, figure.Values))]);
    }
}
