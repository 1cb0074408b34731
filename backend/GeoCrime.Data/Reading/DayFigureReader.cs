using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Reading;

/// <summary>Figures of days in the tables <c>event_day</c> and <c>weather_day</c>.</summary>
public sealed class DayFigureReader(GeoCrimeDatabase database) : IDayFigures
{
    public async Task<IReadOnlyList<DayFigure>> LoadAsync(string jurisdiction, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var of = context.Jurisdictions.AsNoTracking().Where(row => row.Code == jurisdiction).Select(row => row.Id);
        var events = await context.EventDays.AsNoTracking().Where(row => of.Contains(row.JurisdictionId)).Select(row => new Row(row.Name, row.Day, row.Value)).ToListAsync(cancellationToken);
        var weather = await context.WeatherDays.AsNoTracking().Where(row => of.Contains(row.JurisdictionId)).Select(row => new Row(row.Name, row.Day, row.Value)).ToListAsync(cancellationToken);
        return [.. Figures(events, knownAhead: true), .. Figures(weather, knownAhead: false)];
    }

    private static IEnumerable<DayFigure> Figures(List<Row> rows, bool knownAhead) => rows.GroupBy(row => row.Name).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new DayFigure(group.Key, knownAhead, group.ToDictionary(row => row.Day, row => row.Value)));

    private sealed record Row(string Name, DateOnly Day, double Value);
}
