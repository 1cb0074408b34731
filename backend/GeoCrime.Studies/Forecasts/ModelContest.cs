using System.Globalization;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Studies.Forecasts;

/// <summary>A newly trained network beside the one that serves, at the past origins that both were asked at.</summary>
/// <param name="Published">Id of the run that served before.</param>
/// <param name="Origins">Most origins that an area was compared at.</param>
/// <param name="Areas">Areas that both answer for.</param>
/// <param name="Mase">The new network's, mean over areas.</param>
/// <param name="PublishedMase">Of the one that serves, on the same counts.</param>
public sealed record ModelContest(string Published, int Origins, int Areas, double Mase, double PublishedMase)
{
    /// <summary>How much worse is not worse: some times what another seed alone moves the error of the network of all areas.</summary>
    public const double Tolerance = 0.01;

    /// <summary>Fewer origins than these say nothing.</summary>
    public const int LeastOrigins = 5;

    /// <summary>Whether the new network takes the other's place.</summary>
    public bool Wins => Mase <= PublishedMase * (1 + Tolerance);

    /// <summary>Compares two runs area by area.</summary>
    /// <param name="series">One an area, as known today: both are measured by these counts.</param>
    /// <param name="codes">One an area.</param>
    /// <returns>Null where no area has <see cref="LeastOrigins"/> in common.</returns>
    public static ModelContest? Between(
        IReadOnlyList<CountSeries> series, IReadOnlyList<string> codes, ForecastModel model, IReadOnlyDictionary<string, StoredForecast> own, string publishedRun,
        IReadOnlyDictionary<string, StoredForecast> published)
    {
        var pairs = new List<(double Own, double Published, int Origins)>();
        for (var area = 0; area < codes.Count; area++)
        {
            if (!own.TryGetValue(codes[area], out var challenger) || !published.TryGetValue(codes[area], out var champion) || challenger.Model != model || champion.Model != model)
                continue;
            if (challenger.Also is not { } asked)
                continue;
            int[] common = [.. asked.Origins.Intersect(champion.Backtest.Origins).Where(origin => origin + asked.Horizon <= series[area].Length)];
            if (common.Length >= LeastOrigins && ErrorAt(asked, common, series[area]) is { } newer && ErrorAt(champion.Backtest, common, series[area]) is { } older)
                pairs.Add((newer, older, common.Length));
        }
        return pairs.Count == 0
            ? null
            : new ModelContest(publishedRun, pairs.Max(pair => pair.Origins), pairs.Count, pairs.Average(pair => pair.Own), pairs.Average(pair => pair.Published));
    }

    /// <summary>"Serves: …" or "Does not serve: …".</summary>
    public string Words => Wins
        ? string.Create(CultureInfo.InvariantCulture, $"Serves: at the same {Origins} past origins its error (MASE) was {Mase:0.000}, that of run {Published}, which served before, {PublishedMase:0.000}.")
        : string.Create(CultureInfo.InvariantCulture, $"Does not serve: at the same {Origins} past origins its error (MASE) was {Mase:0.000}, that of run {Published} {PublishedMase:0.000}, which goes on serving.");

    private static double? ErrorAt(Backtest past, int[] origins, CountSeries series)
    {
        var at = past.At([.. origins.Select(origin => Array.IndexOf(past.Origins, origin))]);
        double[][] today = [.. origins.Select(origin => series.Values[origin..(origin + past.Horizon)])];
        return ForecastErrors.Mase(new Backtest(origins, at.Forecasts, today, at.Fitted), series);
    }
}
