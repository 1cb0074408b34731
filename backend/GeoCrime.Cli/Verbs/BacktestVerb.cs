using System.CommandLine;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime backtest --series FILE</c>: how models would have done on a plain file's past.</summary>
internal static class BacktestVerb
{
    public static Command Create()
    {
        var file = new Option<string>("--series") { Description = "CSV, long (series,date,value) or wide (date, then one column a series).", Required = true };
        var models = new Option<string>("--models") { Description = $"Comma-separated: {SeriesOptions.ModelNames}.", DefaultValueFactory = _ => "seasonalnaive,mean,ets,negativebinomial,best" };
        var horizon = new Option<int>("--horizon") { Description = "Steps ahead.", DefaultValueFactory = _ => 30 };
        var origins = new Option<string>("--origins") { Description = "How many, or FILE.json:key with the numbers of rows known at each.", DefaultValueFactory = _ => "6" };
        var window = new Option<int?>("--window") { Description = "Steps of history that models see, sliding (default: all, expanding)." };
        var levels = new Option<string>("--levels") { Description = "Interval levels, per cent.", DefaultValueFactory = _ => "50,80,90,95" };
        var holidays = new Option<string>("--holidays") { Description = HolidayFile.Description, DefaultValueFactory = _ => "none" };
        var seed = new Option<int>("--seed") { Description = "Same seed, same scores.", DefaultValueFactory = _ => 1 };
        var board = new Option<FileInfo?>("--leaderboard") { Description = "Markdown table of all models, means over series and origins." };
        var byOrigin = new Option<FileInfo?>("--by-origin") { Description = "CSV, one row a series, model and origin." };
        var report = SeriesReport.Option();
        var (days, planned) = (DayFile.Option(), DayFile.PlannedOption());
        var output = new Option<FileInfo?>("--out") { Description = "CSV, one row a series and model (default: stdout)." };
        var (step, gaps) = (SeriesOptions.Step(), SeriesOptions.Gaps());
        var command = new Command(
            "backtest",
            "Score models by rolling origins on the series of a CSV file, beside seasonal naive and the recent mean. At each origin, choices and intervals rest on windows that were over by then. Needs no database.")
        {
            file, models, step, horizon, origins, window, levels, holidays, days, planned, gaps, seed, report, board, byOrigin, output,
        };
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var at = SeriesFile.Origins(arguments.GetRequiredValue(origins), out var count);
            var path = arguments.GetRequiredValue(file);
            var series = SeriesFile.Read(path, arguments.GetValue(step), arguments.GetValue(gaps));
            SeriesReport.Write(series, arguments.GetValue(report));
            var forecast = new AreaForecastOptions
            {
                Horizon = arguments.GetValue(horizon), Levels = SeriesOptions.Levels(arguments.GetRequiredValue(levels)), Seed = arguments.GetValue(seed),
                Holidays = HolidayFile.Read(arguments.GetRequiredValue(holidays)), Days = DayFile.Read(arguments.GetValue(days), arguments.GetValue(planned)),
            };
            forecast.Check();
            var scored = at ?? AreaForecaster.Origins(series[0].Series, forecast with { Origins = count });
            var options = new NestedBacktestOptions(scored, [.. arguments.GetRequiredValue(models).Split(',').Select(SeriesOptions.Model)], forecast, arguments.GetValue(window));
            var scores = NestedBacktest.Run([.. series.Select(each => each.Series)], options, SeriesOptions.Progress(), cancellationToken);
            ResultFile.Write(arguments.GetValue(output), BacktestRows.Lines(series, scores, options));
            if (arguments.GetValue(byOrigin) is { } each)
                ResultFile.Write(each, BacktestRows.ByOrigin(series, scores, options));
            if (arguments.GetValue(board) is { } table)
                ResultFile.Write(table, LeaderboardFile.Lines(Path.GetFileNameWithoutExtension(path), series, scores, options));
        })));
        return command;
    }
}
