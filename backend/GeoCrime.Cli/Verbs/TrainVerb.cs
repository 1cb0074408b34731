using System.CommandLine;
using System.Globalization;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime train --series FILE</c>: an LSTM of a plain file's series, kept as a safetensors file.</summary>
internal static class TrainVerb
{
    public static Command Create()
    {
        var file = new Option<string>("--series") { Description = "CSV, long (series,date,value) or wide (date, then one column a series).", Required = true };
        var model = new Option<string>("--model") { Description = "lstm-global (one network for all series, tuned to those that gain by it beyond chance) or lstm (one series).", DefaultValueFactory = _ => "lstm-global" };
        var area = new Option<string?>("--area") { Description = "For lstm: which series of the file." };
        var place = new Option<string?>("--place") { Description = "Whose series they are, e.g. denver (default: the file's name)." };
        var origins = new Option<int>("--origins") { Description = "For lstm-global: past origins that test it; 0 for none.", DefaultValueFactory = _ => 5 };
        var threads = new Option<int>("--threads") { Description = "Does not change the result.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var seed = new Option<int>("--seed") { Description = "Same seed, same bytes.", DefaultValueFactory = _ => 1 };
        var holidays = new Option<string>("--holidays") { Description = HolidayFile.Description, DefaultValueFactory = _ => "none" };
        var output = new Option<FileInfo>("--out") { Description = "The model file (safetensors).", Required = true };
        var (step, gaps) = (SeriesOptions.Step(), SeriesOptions.Gaps());
        var command = new Command("train", "Train an LSTM on the series of a CSV file; needs no database.")
        {
            file, model, area, place, step, origins, threads, holidays, gaps, seed, output,
        };
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var path = arguments.GetRequiredValue(file);
            var series = SeriesFile.Read(path, arguments.GetValue(step), arguments.GetValue(gaps));
            var (chosenSeed, count) = (arguments.GetValue(seed), arguments.GetValue(threads));
            if (arguments.GetValue(origins) is < 0 or > 100)
                throw new UsageException($"--origins {arguments.GetValue(origins)} is outside 0…100.");
            var bytes = SeriesOptions.Model(arguments.GetRequiredValue(model)) switch
            {
                ForecastModel.Lstm => One(Chosen(series, arguments.GetValue(area)), arguments.GetValue(place) ?? Path.GetFileNameWithoutExtension(path), chosenSeed, count, cancellationToken),
                ForecastModel.LstmGlobal => All(
                    series, arguments.GetValue(place) ?? Path.GetFileNameWithoutExtension(path), HolidayFile.Read(arguments.GetRequiredValue(holidays)),
                    arguments.GetValue(origins), chosenSeed, count, arguments.GetValue(SessionOptions.Json), cancellationToken),
                _ => throw new UsageException($"--model {arguments.GetValue(model)}: only lstm and lstm-global are kept as files."),
            };
            ResultFile.Replace(arguments.GetRequiredValue(output), part => File.WriteAllBytes(part, bytes));
        })));
        return command;
    }

    private static byte[] One((string Name, CountSeries Series) named, string place, int seed, int threads, CancellationToken cancellationToken)
    {
        var options = LstmOptions.For(named.Series.Step).WithSeed(seed);
        var trained = new LstmModel(options with { Training = options.Training with { Threads = threads } }, new PrintedTraining());
        return TensorFile.FromBytes(LstmFile.Write(trained.Train(named.Series, cancellationToken))).With(("place", place), ("series", named.Name)).ToBytes();
    }

    private static byte[] All(
        IReadOnlyList<(string Name, CountSeries Series)> named, string place, HolidayCalendar? holidays, int count, int seed, int threads, bool json,
        CancellationToken cancellationToken)
    {
        CountSeries[] series = [.. named.Select(each => each.Series)];
        var options = GlobalLstmOptions.For(series[0].Step).WithSeed(seed) with { Holidays = holidays };
        options = options with { Training = options.Training with { Threads = threads } };
        // Half of the history at least stands before the first origin.
        var origins = count == 0 ? [] : RollingOrigin.Plan(
            series[0].Length, options.Outputs, options.Outputs, count, Math.Max(series[0].Length / 2, options.Lookback + options.Outputs));
        var past = GlobalBacktest.Run(series, options, origins, options.Outputs, trainEvery: 1, cancellation: cancellationToken);
        var trained = GlobalLstmModel.Train(series, options, new PrintedTraining(), cancellationToken);
        var card = ModelCard.Of(trained, series, past);
        Console.WriteLine(json ? JsonResult.Of(card) : Words(card));
        var stored = new GlobalLstmFile(trained, place, [.. named.Select(each => each.Name)], ConformalCounts.From(past).Scores);
        return stored.ToBytes(series[0].DateAt(series[0].Length));
    }

    private static (string Name, CountSeries Series) Chosen(IReadOnlyList<(string Name, CountSeries Series)> series, string? area) => area is null
        ? series.Count == 1 ? series[0] : throw new UsageException($"--model lstm trains one series; the file has {series.Count}: name one with --area.")
        : series.FirstOrDefault(each => each.Name == area) is { Series: not null } found ? found : throw new UsageException($"--area {area}: the file has {string.Join(", ", series.Select(each => each.Name))}.");

    private static string Words(ModelCard card) => string.Join('\n',
    [
        $"{card.Architecture}; {card.Parameters:N0} parameters, weight {card.Weight:0.##}.",
        $"{card.Areas} areas, {card.KnownCounts:N0} counts by {card.Step.ToString().ToLowerInvariant()}, {card.From:yyyy-MM-dd} to {card.Until.AddDays(-1):yyyy-MM-dd}; seed {card.Seed}.",
        .. card.Tuning is { } tuning ? new[] { tuning.Words(card.Areas) } : [],
        .. card.Score is { } score
            ? new[] { string.Create(CultureInfo.InvariantCulture, $"MASE {score.Mase:0.000} over {score.Origins} origins; seasonal naive {score.SeasonalNaiveMase:0.000}, mean of recent steps {score.RecentMeanMase:0.000}; {string.Join(", ", score.Coverage.Select(row => $"{row.Level:0} % interval held {row.Observed:0 %}"))}.") }
            : [],
        .. card.Limits,
    ]);
}
