using System.CommandLine;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime backtest --series FILE</c>: how models would have done on a plain file's past.</summary>
internal static class BacktestVerb
{
    private static readonly double[] Levels = [80, 95];

    public static Command Create()
    {
        var file = new Option<string>("--series") { Description = "CSV, long (series,date,value) or wide (date, then one column a series).", Required = true };
        var models = new Option<string>("--models") { Description = $"Comma-separated: {SeriesOptions.ModelNames}.", DefaultValueFactory = _ => "seasonalnaive,mean,ets" };
        var horizon = new Option<int>("--horizon") { Description = "Steps ahead.", DefaultValueFactory = _ => 30 };
        var origins = new Option<string>("--origins") { Description = "How many, or FILE.json:key with the numbers of rows known at each.", DefaultValueFactory = _ => "6" };
        var seed = new Option<int>("--seed") { Description = "Same seed, same scores.", DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo?>("--out") { Description = "CSV, one row a series and model (default: stdout)." };
        var (step, gaps) = (SeriesOptions.Step(), SeriesOptions.Gaps());
        var command = new Command("backtest", "Score models by rolling origins on the series of a CSV file, beside seasonal naive and the recent mean; needs no database.")
        {
            file, models, step, horizon, origins, gaps, seed, output,
        };
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var at = SeriesFile.Origins(arguments.GetRequiredValue(origins), out var count);
            var series = SeriesFile.Read(arguments.GetRequiredValue(file), arguments.GetValue(step), arguments.GetValue(gaps));
            var kinds = arguments.GetRequiredValue(models).Split(',').Select(SeriesOptions.Model).ToArray();
            var rows = new List<string> { "series,model,answered_by,origins,mase,rmse,mae,mape,r2,crps,directional_accuracy,coverage_80,coverage_95,seasonal_naive_mase,recent_mean_mase,beats_baseline" };
            foreach (var (name, counts) in series)
                foreach (var kind in kinds)
                {
                    Console.Error.WriteLine($"{name}, {kind}");
                    var options = new AreaForecastOptions { Model = kind, Horizon = arguments.GetValue(horizon), Levels = Levels, Origins = Math.Max(1, count), At = at, Seed = arguments.GetValue(seed) };
                    rows.Add(Row(name, kind, AreaForecaster.Run(counts, options, null, cancellationToken)));
                }
            ResultFile.Write(arguments.GetValue(output), rows);
        })));
        return command;
    }

    private static string Row(string name, ForecastModel asked, AreaForecast forecast)
    {
        var card = forecast.Scorecard;
        return string.Join(',', [
            ResultFile.Quote(name), asked.ToString().ToLowerInvariant(), forecast.Model.ToString().ToLowerInvariant(), $"{card.Origins}",
            .. Numbers(card.Mase, card.Rmse, card.Mae, card.Mape, card.R2, card.Crps, card.DirectionalAccuracy),
            .. card.Coverage.Select(row => $"{row.Observed:0.####}"),
            .. card.Baselines.Select(baseline => $"{baseline.Mase:0.####}"),
            card.BeatsBaseline?.ToString().ToLowerInvariant() ?? ""]);
    }

    private static IEnumerable<string> Numbers(params double?[] values) => values.Select(value => $"{value:0.####}");
}
