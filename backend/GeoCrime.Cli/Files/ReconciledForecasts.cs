using System.CommandLine;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Files;

/// <summary>Makes the forecasts of a file's series add up to the one that is their sum.</summary>
internal static class ReconciledForecasts
{
    public static Option<string?> Option() => new("--reconcile") { Description = "Name of the series that is the sum of all others: their forecasts then add up to its, none below 0." };

    /// <summary>The total's series.</summary>
    /// <exception cref="UsageException">There is no such series, it is the only one, or it is not the sum of the others.</exception>
    public static int Total(IReadOnlyList<(string Name, CountSeries Series)> series, string name)
    {
        const double rounding = 1e-6;
        var total = series.ToList().FindIndex(each => each.Name == name);
        if (total < 0 || series.Count < 2)
            throw new UsageException($"--reconcile: there is no series '{name}' with others beside it; there are: {string.Join(", ", series.Select(each => each.Name).Take(10))}.");
        var whole = series[total].Series;
        for (var i = 0; i < whole.Length; i++)
        {
            var sum = series.Where((_, place) => place != total).Sum(each => each.Series.Values[i]);
            if (Math.Abs(whole.Values[i] - sum) > rounding)
                throw new UsageException($"--reconcile: on {whole.DateAt(i):yyyy-MM-dd} {name} is {whole.Values[i]}, but the others add up to {sum}.");
        }
        return total;
    }

    /// <summary>The same forecasts with means that add up; intervals stand about the moved means.</summary>
    public static List<(string Name, AreaForecast Forecast)> Of(
        IReadOnlyList<(string Name, CountSeries Series)> series, List<(string Name, AreaForecast Forecast)> forecasts, int total, IReadOnlyList<double> levels)
    {
        double[] Path(int place) => [.. forecasts[place].Forecast.Points.Select(point => point.Mean)];
        int[] parts = [.. Enumerable.Range(0, series.Count).Where(place => place != total)];
        var coherent = CoherentPaths.Of([.. parts.Select(place => (Path(place), forecasts[place].Forecast.Backtest))], (Path(total), forecasts[total].Forecast.Backtest));
        return [.. forecasts.Select((each, place) =>
        {
            var path = place == total ? coherent.Whole : coherent.Parts[Array.IndexOf(parts, place)];
            var (history, past) = (series[place].Series, each.Forecast.Backtest);
            return (each.Name, each.Forecast with { Points = Predictions.Steps(history, path, past, levels), Total = Predictions.Total(history, path, past, levels) });
        })];
    }
}
