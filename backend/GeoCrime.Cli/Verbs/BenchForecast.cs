using System.CommandLine;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Cli.Benchmarks;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime bench forecast</c>: SARIMAX beside statsmodels; all classical models over many areas.</summary>
internal static class BenchForecast
{
    private const int Horizon = 12;

    public static Command Create()
    {
        var golden = Path.Combine(Environment.GetEnvironmentVariable("GEOCRIME_HOME") ?? ".", "tests", "golden");
        var daily = new Option<string>("--daily") { Description = "Wide CSV of daily counts for SARIMAX (1,1,1)(1,0,1)7.", DefaultValueFactory = _ => Path.Combine(golden, "series", "denver_area_daily.csv") };
        var weekly = new Option<string>("--weekly") { Description = "Wide CSV of weekly counts for all models.", DefaultValueFactory = _ => Path.Combine(golden, "series", "denver_hood_weekly.csv") };
        var origins = new Option<string>("--origins") { Description = "FILE.json:key with the origins of the weekly counts.", DefaultValueFactory = _ => Path.Combine(golden, "series", "denver_hood_weekly.json") + ":origins5" };
        var python = new Option<string>("--python") { Description = "A Python that has statsmodels and pandas.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var command = new Command("forecast", "Time SARIMAX with a weekly season beside statsmodels, and all classical models over the areas of a weekly file.") { daily, weekly, origins, python };
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var file = arguments.GetRequiredValue(daily);
            var peers = ForecastBenchmark.Peers(arguments.GetRequiredValue(python), Path.Combine(golden, "peers", "forecast_bench.py"), file);
            if (peers.Count == 0)
                Console.Error.WriteLine("statsmodels is not there (Debian: python3-statsmodels); only our own times follow.");
            Console.WriteLine("| series | seconds | statsmodels | ratio | log-likelihood | statsmodels | ours at its parameters − its own |\n|---|---|---|---|---|---|---|");
            var timings = ForecastBenchmark.Sarimax(SeriesFile.Read(file, SeriesStep.Day, Gaps.Zero), peers).ToList();
            foreach (var timing in timings)
                Console.WriteLine($"| {timing.Series} | {timing.Seconds:0.0000} | {timing.Peer?.Seconds:0.000} | {timing.Peer?.Seconds / timing.Seconds:0.0} | {timing.LogLikelihood:0.0000} | {timing.Peer?.Loglike:0.0000} | {timing.AtPeers - timing.Peer?.Loglike:0.0e+0} |");
            Console.WriteLine($"| all | {timings.Sum(t => t.Seconds):0.0000} | {timings.Sum(t => t.Peer?.Seconds):0.000} | {timings.Sum(t => t.Peer?.Seconds) / timings.Sum(t => t.Seconds):0.0} | | | |\n");
            var series = SeriesFile.Read(arguments.GetRequiredValue(weekly), SeriesStep.Week, Gaps.Zero);
            var at = SeriesFile.Origins(arguments.GetRequiredValue(origins), out _) ?? throw new UsageException("--origins must name FILE.json:key here.");
            Console.WriteLine($"| model, {series.Count} series × {at.Length} origins, {Environment.ProcessorCount} cores | seconds |\n|---|---|");
            var total = 0.0;
            foreach (var (model, seconds) in ForecastBenchmark.Areas([.. series.Select(each => each.Series)], at, Horizon, cancellationToken))
            {
                Console.WriteLine($"| {model.ToString().ToLowerInvariant()} | {seconds:0.00} |");
                total += seconds;
            }
            Console.WriteLine($"| all | {total:0.00} |");
        })));
        return command;
    }
}
