using System.CommandLine;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime forecast --series FILE</c>: forecasts of a plain file's series.</summary>
internal static class ForecastVerb
{
    public static Command Create()
    {
        var file = new Option<string>("--series") { Description = "CSV, long (series,date,value) or wide (date, then one column a series).", Required = true };
        var model = new Option<string>("--model") { Description = $"One of: {SeriesOptions.ModelNames}.", DefaultValueFactory = _ => "best" };
        var from = new Option<string?>("--from") { Description = "For lstm and lstm-global: a model file that train wrote, which forecasts without being trained or tested again." };
        var horizon = new Option<int>("--horizon") { Description = "Steps ahead.", DefaultValueFactory = _ => 30 };
        var levels = new Option<string>("--levels") { Description = "Interval levels, per cent.", DefaultValueFactory = _ => "80,95" };
        var holidays = new Option<string>("--holidays") { Description = HolidayFile.Description, DefaultValueFactory = _ => "none" };
        var seed = new Option<int>("--seed") { Description = "Same seed, same forecast.", DefaultValueFactory = _ => 1 };
        var report = SeriesReport.Option();
        var reconcile = ReconciledForecasts.Option();
        var (days, planned) = (DayFile.Option(), DayFile.PlannedOption());
        var output = new Option<FileInfo?>("--out") { Description = "CSV series,date,model,mean,median,lower_80,upper_80,… (default: stdout)." };
        var (step, gaps) = (SeriesOptions.Step(), SeriesOptions.Gaps());
        var command = new Command("forecast", "Forecast the series of a CSV file; needs no database.") { file, model, from, step, horizon, levels, holidays, days, planned, gaps, seed, reconcile, report, output };
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var options = new AreaForecastOptions { Model = SeriesOptions.Model(arguments.GetRequiredValue(model)), Horizon = arguments.GetValue(horizon), Levels = SeriesOptions.Levels(arguments.GetRequiredValue(levels)), Seed = arguments.GetValue(seed), Holidays = HolidayFile.Read(arguments.GetRequiredValue(holidays)), Days = DayFile.Read(arguments.GetValue(days), arguments.GetValue(planned)) };
            var series = SeriesFile.Read(arguments.GetRequiredValue(file), arguments.GetValue(step), arguments.GetValue(gaps));
            SeriesReport.Write(series, arguments.GetValue(report));
            var total = arguments.GetValue(reconcile) is { } sum ? ReconciledForecasts.Total(series, sum) : (int?)null;
            if (arguments.GetValue(from) is { } trained)
            {
                ResultFile.Write(arguments.GetValue(output), ModelFile.Forecast(trained, options.Model, series, options.Horizon, options.Levels));
                return;
            }
            var pooled = options.Model == ForecastModel.LstmGlobal ? GlobalForecaster.Run([.. series.Select(each => each.Series)], options, cancellation: cancellationToken).Areas : [];
            var forecasts = series.Select((each, number) =>
            {
                Console.Error.WriteLine($"{each.Name} ({number + 1} of {series.Count})");
                return (each.Name, Forecast: pooled.ElementAtOrDefault(number) ?? AreaForecaster.Run(each.Series, options, null, cancellationToken));
            }).ToList();
            if (total is { } whole)
                forecasts = ReconciledForecasts.Of(series, forecasts, whole, options.Levels);
            ResultFile.Write(arguments.GetValue(output), Lines(forecasts, options.Levels));
            foreach (var (name, forecast) in forecasts)
                Console.Error.WriteLine(string.Join(' ', [$"{name}: {forecast.Model}.", forecast.Scorecard.Note, .. forecast.Remarks]));
        })));
        return command;
    }

    private static IEnumerable<string> Lines(List<(string Name, AreaForecast Forecast)> forecasts, IReadOnlyList<double> levels)
    {
        yield return string.Join(',', ["series,date,model,mean,median", .. levels.Select(level => $"lower_{level:0.##},upper_{level:0.##}")]);
        foreach (var (name, forecast) in forecasts)
            foreach (var point in forecast.Points)
                yield return string.Join(',', [
                    ResultFile.Quote(name), $"{point.Start:yyyy-MM-dd}", forecast.Model.ToString().ToLowerInvariant(), $"{point.Mean:R}", $"{point.Median:R}",
                    .. point.Intervals.Select(interval => $"{interval.Lower:R},{interval.Upper:R}")]);
    }
}
