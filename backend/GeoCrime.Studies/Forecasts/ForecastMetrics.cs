using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Forecasts;

/// <summary>What a forecast run says of itself in the ledger, so that two runs can be compared: means over its areas' scorecards.</summary>
public static class ForecastMetrics
{
    /// <param name="areasTrained">Areas that the model asked for answers for.</param>
    /// <param name="published">All that the run published.</param>
    /// <param name="training">Of a network; null for other models.</param>
    /// <returns>A JSON object.</returns>
    public static string Of(int areasTrained, IReadOnlyCollection<StoredForecast> published, TrainingMetrics? training)
    {
        var card = AreaScorecards.Mean([.. published.Select(each => each.Scorecard)]);
        return RunIdentity.Write(new
        {
            areasTrained,
            areasAnsweredByOthers = published.Count - areasTrained,
            card.Origins, card.Mase, card.Rmse, card.Mae, card.Mape, card.R2, card.Crps, card.DirectionalAccuracy,
            Coverage = card.Coverage.ToDictionary(row => $"{row.Level:0.##}", row => row.Observed),
            BaselineMase = card.Baselines.ToDictionary(each => each.Name, each => each.Mase),
            card.BeatsBaseline, card.Note,
            Training = training?.ToJson(),
        });
    }
}
