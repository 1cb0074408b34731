namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>What was known at an origin: the events before it and nothing else, so that no predictor can look ahead.</summary>
public sealed class PlaceHistory(PlaceEvents events, double origin)
{
    private readonly int _known = events.FirstAt(origin);

    public PlaceLattice Lattice => events.Lattice;

    /// <summary>The time from which on nothing is known, in the events' days.</summary>
    public double Origin => origin;

    /// <summary>The first event's time; the origin where there is none.</summary>
    public double Start => _known == 0 ? origin : events.Days[0];

    /// <summary>Shape [known]; rising.</summary>
    public ReadOnlySpan<double> Days => events.Days.AsSpan(0, _known);

    /// <summary>Shape [known].</summary>
    public ReadOnlySpan<int> Cells => events.Cells.AsSpan(0, _known);

    /// <summary>Shape [known]; metres.</summary>
    public ReadOnlySpan<double> X => events.X.AsSpan(0, _known);

    /// <summary>Shape [known]; metres.</summary>
    public ReadOnlySpan<double> Y => events.Y.AsSpan(0, _known);

    /// <summary>What was known earlier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is after this origin.</exception>
    public PlaceHistory AsOf(double earlier) => earlier <= origin
        ? new PlaceHistory(events, earlier)
        : throw new ArgumentOutOfRangeException(nameof(earlier), earlier, $"It must not be after the origin {origin}.");

    /// <summary>Known events of each cell in [from, to). Shape [cells].</summary>
    public double[] Count(double from, double to) => events.Count(from, Math.Min(to, origin));

    /// <summary>Every known event weighs ½^(age/half-life). Shape [cells]; O(known).</summary>
    public double[] Weighted(double halfLifeDays)
    {
        var sums = new double[Lattice.Cells];
        var rate = Math.Log(2) / halfLifeDays;
        for (var i = 0; i < _known; i++)
            sums[events.Cells[i]] += Math.Exp((events.Days[i] - origin) * rate);
        return sums;
    }
}
