using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Studies.Forecasts;

/// <summary>The scorecards of many areas as one: means over the areas.</summary>
internal static class AreaScorecards
{
    /// <summary>Better than the plain alternative as a whole means: shown to be so in more than half of the areas.</summary>
    public static Scorecard Mean(IReadOnlyList<Scorecard> areas)
    {
        double? Of(Func<Scorecard, double?> figure) => areas.Select(figure).OfType<double>().ToArray() is { Length: > 0 } known ? known.Average() : null;
        var tested = areas.Where(each => each.BeatsBaseline is not null).ToArray();
        var better = tested.Count(each => each.BeatsBaseline == true);
        return new Scorecard(
            [.. areas.SelectMany(each => each.Baselines).GroupBy(each => each.Name).Select(group => new BaselineScore(
                group.Key, Average(group.Select(each => each.Mase)), Average(group.Select(each => each.Mae)), Average(group.Select(each => each.DirectionalAccuracy))))],
            areas.Count == 0 ? 0 : areas.Max(each => each.Origins), Of(each => each.Mase), Of(each => each.Rmse), Of(each => each.Mae), Of(each => each.Mape), Of(each => each.R2), Of(each => each.Crps),
            Of(each => each.DirectionalAccuracy),
            [.. areas.SelectMany(each => each.Coverage).GroupBy(each => each.Level).Select(group => new CoverageRow(group.Key, Average(group.Select(each => each.Observed))))],
            tested.Length == 0 ? null : 2 * better > tested.Length,
            tested.Length == 0
                ? "Too few past origins to say whether the forecasts are better than the plain alternative."
                : $"In {better} of {tested.Length} areas the forecast is shown to be better than the plain alternative; figures are means over {areas.Count} areas.");
    }

    private static double? Average(IEnumerable<double?> values) => values.OfType<double>().ToArray() is { Length: > 0 } known ? known.Average() : null;
}
