using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Series;

/// <summary>One series of a jurisdiction.</summary>
/// <param name="Kind">With <paramref name="Code"/> the area; both null for the whole jurisdiction.</param>
public sealed record SeriesRequest(string? Kind, string? Code, SeriesStep Step, IncidentFilter Filter)
{
    /// <exception cref="ArgumentException">Kind and code do not stand together, or there is no such area.</exception>
    public CountSeries Read(IncidentColumns columns, CancellationToken cancellationToken)
    {
        if (Kind is null != Code is null)
            throw new ArgumentException("kind and code stand together, or are both left out for the whole jurisdiction.");
        var series = CountSeriesBuilder.Build(RowFilter.Apply(columns, Filter, cancellationToken), Kind, Step);
        if (Kind is null)
            return series[0];
        var areas = columns.AreaKinds[columns.KindNumber(Kind)].Areas;
        var area = Enumerable.Range(0, areas.Count).Where(index => areas[index].Code == Code).Select(index => (int?)index).FirstOrDefault()
            ?? throw new ArgumentException($"There is no {Kind} '{Code}'.");
        return series[area];
    }
}
