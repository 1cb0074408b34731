using GeoCrime.Analytics.SpaceTime;

namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>Cells by what a self-exciting process expects in them, fitted anew at each origin.</summary>
/// <param name="mostEvents">Newest events that it is fitted to, and that its background is made of.</param>
public sealed class HawkesPlaces(int mostEvents = 20_000, HawkesOptions? options = null) : IPlacePredictor
{
    public string Name => "hawkes";

    public double[] Score(PlaceHistory past, double horizonDays, CancellationToken cancellation = default)
    {
        var first = Math.Max(0, past.Days.Length - mostEvents);
        if (past.Days.Length == first)
            return new double[past.Lattice.Cells];
        var (x, y, days) = (past.X[first..].ToArray(), past.Y[first..].ToArray(), past.Days[first..].ToArray());
        if (days[0] >= past.Origin)
            return new double[past.Lattice.Cells];
        return HawkesProcess.Fit(x, y, days, days[0], past.Origin, options, cancellation).Expected(past.Lattice, past.Origin, horizonDays);
    }
}
