using System.Text.Json;
using System.Text.Json.Serialization;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Forecasts;

/// <summary>A nested backtest as a run: every model is fitted anew at each past origin, and the table of all goes into the run's metrics.</summary>
public static class BacktestStudy
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <param name="days">Events and weather; null for none.</param>
    /// <param name="progress">Told the share that is done; from several threads.</param>
    /// <exception cref="ArgumentException">The histories are too short for a single origin with enough before it, or an option is out of range.</exception>
    /// <remarks>Cost: one fit a model, series and origin, inner origins included.</remarks>
    public static Leaderboard Run(IncidentColumns columns, BacktestRequest request, DayTable? days, Action<double>? progress, CancellationToken cancellationToken)
    {
        var of = request.Checked().Of;
        CountSeries[] series = [.. CountSeriesBuilder.Build(RowFilter.Apply(columns, of.Filter, cancellationToken), of.Kind, of.Step).Where(each => each.Known > 0)];
        if (series.Length == 0)
            throw new ArgumentException($"Nothing was reported in {columns.Jurisdiction.Code}: there is no series to test on.");
        var options = new AreaForecastOptions
        {
            Horizon = of.Horizon, Levels = of.Levels, Seed = ForecastRequest.Seed, Holidays = HolidayCalendar.ForTimeZone(columns.Jurisdiction.TimeZone), Days = days,
        };
        var apart = of.Step switch { SeriesStep.Day => 30, SeriesStep.Week => 4, _ => 1 };
        var origins = RollingOrigin.Plan(series[0].Length, of.Horizon, apart, request.Origins, series[0].Length / 2);
        if (origins.Length == 0)
            throw new ArgumentException($"The histories have {series[0].Length} {Unit(of.Step)}s; a backtest of {of.Horizon} needs at least {2 * of.Horizon}.");
        return Leaderboard.Of(series, NestedBacktest.Run(series, new NestedBacktestOptions(origins, request.Models, options), progress, cancellationToken), of.Levels);
    }

    private static string Unit(SeriesStep step) => step.ToString().ToLowerInvariant();

    public static string Write(Leaderboard table) => JsonSerializer.Serialize(table, Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Leaderboard Read(string metrics) => JsonSerializer.Deserialize<Leaderboard>(metrics, Json)!;
}
