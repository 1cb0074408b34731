using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>What a model says at one origin, knowing only windows that were over by then.</summary>
/// <param name="Model">What answers.</param>
/// <param name="Now">The one origin.</param>
/// <param name="Past">The answering model's earlier windows.</param>
internal sealed record NestedChoice(ForecastModel Model, Backtest Now, Backtest Past)
{
    /// <summary>Null where no model answers.</summary>
    public static NestedChoice? At(
        CountSeries series, ForecastModel kind, IReadOnlyDictionary<ForecastModel, Backtest> table, int origin, AreaForecastOptions options)
    {
        // A run may have published the ensemble itself, without its members.
        if (kind == ForecastModel.Ensemble && !table.ContainsKey(kind))
            return Averaged(series, table, origin, options);
        if (kind != ForecastModel.Best)
            return table.TryGetValue(kind, out var own) && own.Origins.Contains(origin) ? Alone(kind, own, origin, options) : null;
        var candidates = options.Candidates.Select(each => At(series, each, table, origin, options)).OfType<NestedChoice>().ToArray();
        if (candidates.Length == 0)
            return null;
        // Candidates are compared on the windows that all of them have.
        var common = candidates.Select(each => each.Past.Origins.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToHashSet();
        var tested = candidates.ToDictionary(each => each.Model, each => each.Past.At([.. Enumerable.Range(0, each.Past.Origins.Length).Where(o => common.Contains(each.Past.Origins[o]))]));
        var chosen = BestModel.Of(series, tested);
        return candidates.Single(each => each.Model == chosen);
    }

    private static NestedChoice Alone(ForecastModel kind, Backtest all, int origin, AreaForecastOptions options) =>
        new(kind, all.At([Array.IndexOf(all.Origins, origin)]), all.Over(origin, options.Origins));

    private static NestedChoice? Averaged(CountSeries series, IReadOnlyDictionary<ForecastModel, Backtest> table, int origin, AreaForecastOptions options)
    {
        var members = Ensemble.Members.Where(table.ContainsKey).Select(member => Alone(member, table[member], origin, options)).ToArray();
        if (members.Length == 0)
            return null;
        var length = members.Min(member => member.Past.Origins.Length);
        var past = members.Select(member => member.Past.At([.. Enumerable.Range(member.Past.Origins.Length - length, length)])).ToArray();
        var weights = Ensemble.Weights(series, past, options.Weighting);
        return new NestedChoice(ForecastModel.Ensemble, Ensemble.Mean([.. members.Select(member => member.Now)], weights), Ensemble.Mean(past, weights));
    }
}
