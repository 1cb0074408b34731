using System.CommandLine;
using System.Globalization;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Files;

/// <summary>Options that the verbs on series share.</summary>
internal static class SeriesOptions
{
    public static string ModelNames => string.Join(", ", Enum.GetNames<ForecastModel>().Select(name => name.ToLowerInvariant()));

    /// <exception cref="UsageException">There is no such model.</exception>
    public static ForecastModel Model(string name) => Enum.TryParse<ForecastModel>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var model)
        ? model
        : throw new UsageException($"There is no model '{name}'; there are: {ModelNames}.");

    /// <exception cref="UsageException">A level is no number.</exception>
    public static double[] Levels(string text) =>
        [.. text.Split(',').Select(level => double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException($"--levels: '{level}' is not a number."))];

    /// <summary>Whole per cents on stderr, each once.</summary>
    public static Action<double> Progress()
    {
        const int every = 5;
        var (last, gate) = (0, new Lock());
        return share =>
        {
            lock (gate)
                if ((int)(100 * share) >= last + every)
                    Console.Error.WriteLine($"{last = (int)(100 * share)} %");
        };
    }

    public static Option<SeriesStep> Step() => new("--step") { Description = "day, week or month.", DefaultValueFactory = _ => SeriesStep.Day };

    public static Option<Gaps> Gaps() => new("--gaps")
    {
        Description = "What a date counts for a series that lacks it while another has it: zero or missing. A date that all lack is missing.",
        DefaultValueFactory = _ => Files.Gaps.Zero,
    };
}
