namespace GeoCrime.Analytics.Forecasting.Boosting;

/// <summary>Boosted trees over all areas together: calendar and lag features, one model for all steps ahead, Poisson loss.</summary>
/// <param name="holidays">Null for none.</param>
/// <param name="options">Null for the standard of the series' step.</param>
/// <param name="days">Further columns, as they were known at the end of each history; null for none.</param>
/// <remarks>
/// A training row is (area, past origin, step ahead): its target is the count over the area's recent mean, its weight that mean, its
/// whole target before the end of the history. As a model of a single series it is the pool of one.
/// </remarks>
public sealed class BoostedTreesModel(HolidayCalendar? holidays = null, BoostingOptions? options = null, DayTable? days = null) : ISeriesModel
{
    private const int LeastOrigins = 8;

    public ForecastModel Kind => ForecastModel.BoostedTrees;

    public bool RefitsAtEachOrigin => true;

    /// <summary>Steps ahead that are trained for: 30 days, 12 weeks or months.</summary>
    public static int Outputs(SeriesStep step) => step == SeriesStep.Day ? 30 : 12;

    public string? Refusal(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var least = First(history.Step) + LeastOrigins * Spacing(history.Step) + Outputs(history.Step);
        if (history.Length < least)
            return $"boosted trees need a history of {least} steps; there are {history.Length}";
        return history.Known * 2 < history.Length ? "more than half of the counts are missing" : history.Values.Any(v => v > 0) ? null : "all known counts are 0";
    }

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Refusal(history) is { } reason
            ? throw new ArgumentException(reason, nameof(history))
            : Train([history], cancellation).ForArea(0);
    }

    /// <summary>One model for all areas.</summary>
    /// <param name="areas">Series of one step, start and length.</param>
    /// <exception cref="ArgumentException">There is no area, or the series are too short.</exception>
    public FittedBoostedTrees Train(IReadOnlyList<CountSeries> areas, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        if (areas.Count == 0)
            throw new ArgumentException("there are no areas to train on");
        var (step, length) = (areas[0].Step, areas[0].Length);
        var outputs = Outputs(step);
        var used = options ?? Standard(step);
        used.Check();
        var (rows, targets, weights) = (new List<float>(), new List<float>(), new List<float>());
        var width = PanelFeatures.Own + (days?.Columns.Count ?? 0);
        var block = new float[outputs * width];
        for (var area = 0; area < areas.Count; area++)
        {
            var features = new PanelFeatures(areas[area], area, holidays, days);
            for (var origin = length - outputs; origin >= First(step); origin -= Spacing(step))
            {
                var level = features.Base(origin);
                features.Write(origin, outputs, block);
                for (var h = 0; h < outputs; h++)
                {
                    var count = areas[area].Values[origin + h];
                    if (double.IsNaN(count))
                        continue;
                    rows.AddRange(block.AsSpan(h * width, width));
                    targets.Add((float)(count / level));
                    weights.Add((float)level);
                }
            }
        }
        if (!targets.Any(t => t > 0))
            throw new ArgumentException("all counts that the trees could learn from are 0");
        return new FittedBoostedTrees(PoissonBoosting.Train([.. rows], [.. targets], [.. weights], used, cancellation), outputs, holidays, days);
    }

    private static BoostingOptions Standard(SeriesStep step) => step == SeriesStep.Month ? new BoostingOptions { LeastRows = 40 } : new BoostingOptions();

    // The first origin to learn from: a year and a base before it.
    private static int First(SeriesStep step) => step switch { SeriesStep.Day => 400, SeriesStep.Week => 80, _ => 24 };

    private static int Spacing(SeriesStep step) => step == SeriesStep.Day ? 3 : 1;
}
