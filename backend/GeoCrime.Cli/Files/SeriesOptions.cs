using System.CommandLine;
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

    public static Option<SeriesStep> Step() => new("--step") { Description = "day, week or month.", DefaultValueFactory = _ => SeriesStep.Day };

    public static Option<Gaps> Gaps() => new("--gaps")
    {
        Description = "What a date counts for a series that lacks it while another has it: zero or missing. A date that all lack is missing.",
        DefaultValueFactory = _ => Files.Gaps.Zero,
    };
}
