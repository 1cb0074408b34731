namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>One predictor at one origin with one share of the cells.</summary>
/// <param name="Share">Share of the cells that was asked for; <paramref name="Flagged"/> is its whole number of cells.</param>
/// <param name="Events">Events that came within the horizon.</param>
public sealed record PlaceTrial(string Predictor, double Origin, double Share, int Flagged, double Events, PlaceHits Hits);

/// <summary>Replays predictions of places at past origins.</summary>
public static class PlaceBacktest
{
    private const double Base = 365;

    /// <summary>Evenly spaced whole days from <paramref name="spanDays"/> before the end to one horizon before it.</summary>
    /// <param name="end">The first day that is not data any more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for an origin, or fewer than one is asked for.</exception>
    public static double[] Origins(double end, double spanDays, double horizonDays, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!(horizonDays > 0 && spanDays >= horizonDays))
            throw new ArgumentOutOfRangeException(nameof(spanDays), spanDays, $"It must hold a horizon of {horizonDays} days.");
        var step = count == 1 ? 0 : (spanDays - horizonDays) / (count - 1);
        return [.. Enumerable.Range(0, count).Select(i => Math.Round(end - spanDays + i * step))];
    }

    /// <summary>All predictors at all origins with all shares. Origins run side by side.</summary>
    /// <param name="events">The events.</param>
    /// <param name="origins">Shape [origins].</param>
    /// <param name="horizonDays">&gt; 0.</param>
    /// <param name="shares">Of the cells, each in (0, 1].</param>
    /// <param name="predictors">Each sees what came before the origin only.</param>
    /// <param name="cancellation">Looked at before each prediction.</param>
    /// <returns>In order of origin, predictor and share; an origin after which nothing came has no trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside (0, 1].</exception>
    public static IReadOnlyList<PlaceTrial> Run(
        PlaceEvents events, IReadOnlyList<double> origins, double horizonDays, IReadOnlyList<double> shares,
        IReadOnlyList<IPlacePredictor> predictors, CancellationToken cancellation = default)
    {
        foreach (var share in shares)
            if (!(share > 0 && share <= 1))
                throw new ArgumentOutOfRangeException(nameof(shares), share, "A share of the cells is above 0 and at most 1.");
        var trials = new List<PlaceTrial>[origins.Count];
        Parallel.For(0, origins.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            at => trials[at] = At(events, origins[at], horizonDays, shares, predictors, cancellation));
        return [.. trials.SelectMany(each => each)];
    }

    private static List<PlaceTrial> At(
        PlaceEvents events, double origin, double horizonDays, IReadOnlyList<double> shares, IReadOnlyList<IPlacePredictor> predictors,
        CancellationToken cancellation)
    {
        var came = events.Count(origin, origin + horizonDays);
        var total = came.Sum();
        if (total == 0)
            return [];
        var past = new PlaceHistory(events, origin);
        var before = past.Count(origin - Base, origin);
        var trials = new List<PlaceTrial>();
        foreach (var predictor in predictors)
        {
            cancellation.ThrowIfCancellationRequested();
            var scores = predictor.Score(past, horizonDays, cancellation);
            foreach (var share in shares)
            {
                var flagged = Math.Max(1, (int)Math.Round(share * came.Length));
                trials.Add(new PlaceTrial(predictor.Name, origin, share, flagged, total, PlaceHits.Of(scores, came, before, flagged)));
            }
        }
        return trials;
    }
}
