namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>How well flagged cells caught what came.</summary>
/// <param name="HitRate">Share of the events in flagged cells, 0–1.</param>
/// <param name="Pai">Prediction accuracy index: hit rate over the flagged share of the cells.</param>
/// <param name="Pei">PEI*: hits over the most that as many cells could have caught.</param>
/// <param name="Rri">Recapture rate index: events a flagged cell holds now against before, over the same for all cells; NaN where
/// nothing came before.</param>
public readonly record struct PlaceHits(double HitRate, double Pai, double Pei, double Rri)
{
    /// <summary>Flags the highest scores and counts; cells tied at the cut share the places that are left.</summary>
    /// <param name="scores">Shape [cells]; finite.</param>
    /// <param name="came">Shape [cells]: events after the origin.</param>
    /// <param name="before">Shape [cells]: events of a period before it, for RRI.</param>
    /// <param name="flagged">Number of cells, 1…cells.</param>
    /// <returns>All NaN where nothing came.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">flagged is outside 1…cells.</exception>
    /// <remarks>Chainey, Tompson and Uhlig (2008), Security Journal 21, 4–28 (PAI); Hunt (2016) (PEI); Levine (2008) (RRI). O(n log n).</remarks>
    public static PlaceHits Of(double[] scores, double[] came, double[] before, int flagged)
    {
        if (came.Length != scores.Length || before.Length != scores.Length)
            throw new ArgumentException($"There are {scores.Length} scores, {came.Length} counts after and {before.Length} before.", nameof(scores));
        if (flagged < 1 || flagged > scores.Length)
            throw new ArgumentOutOfRangeException(nameof(flagged), flagged, $"1…{scores.Length} cells can be flagged.");
        double total = came.Sum(), past = before.Sum();
        if (total == 0)
            return new PlaceHits(double.NaN, double.NaN, double.NaN, double.NaN);
        var cut = scores.OrderDescending().ElementAt(flagged - 1);
        double above = scores.Count(score => score > cut), tied = scores.Count(score => score == cut);
        var share = (flagged - above) / tied;
        double hits = 0, recaptured = 0;
        for (var cell = 0; cell < scores.Length; cell++)
        {
            var taken = scores[cell] > cut ? 1 : scores[cell] == cut ? share : 0;
            hits += taken * came[cell];
            recaptured += taken * before[cell];
        }
        var best = came.OrderDescending().Take(flagged).Sum();
        var rate = hits / total;
        return new PlaceHits(rate, rate * scores.Length / flagged, hits / best, recaptured > 0 ? rate / (recaptured / past) : double.NaN);
    }
}
