namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>What was known at an origin: the events that happened and were reported before it, so that no predictor can look ahead.</summary>
public sealed class PlaceHistory
{
    private readonly PlaceEvents _events;
    private readonly int _known;

    public PlaceHistory(PlaceEvents events, double origin)
        : this(events, events, origin)
    {
    }

    private PlaceHistory(PlaceEvents source, PlaceEvents events, double origin)
    {
        Source = source;
        Origin = origin;
        _events = events.KnownBefore(origin);
        _known = _events.FirstAt(origin);
    }

    /// <summary>Stands for the data as a whole, as a key; what lies in it after the origin is not known.</summary>
    internal PlaceEvents Source { get; }

    public PlaceLattice Lattice => _events.Lattice;

    /// <summary>The time from which on nothing is known, in the events' days.</summary>
    public double Origin { get; }

    /// <summary>The first event's time; the origin where there is none.</summary>
    public double Start => _known == 0 ? Origin : _events.Days[0];

    /// <summary>Shape [known]; rising.</summary>
    public ReadOnlySpan<double> Days => _events.Days.AsSpan(0, _known);

    /// <summary>Shape [known].</summary>
    public ReadOnlySpan<int> Cells => _events.Cells.AsSpan(0, _known);

    /// <summary>Shape [known]; metres.</summary>
    public ReadOnlySpan<double> X => _events.X.AsSpan(0, _known);

    /// <summary>Shape [known]; metres.</summary>
    public ReadOnlySpan<double> Y => _events.Y.AsSpan(0, _known);

    /// <summary>What was known earlier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is after this origin.</exception>
    public PlaceHistory AsOf(double earlier) => earlier <= Origin
        ? new PlaceHistory(Source, _events, earlier)
        : throw new ArgumentOutOfRangeException(nameof(earlier), earlier, $"It must not be after the origin {Origin}.");

    /// <summary>Known events of each cell in [from, to). Shape [cells].</summary>
    public double[] Count(double from, double to) => _events.Count(from, Math.Min(to, Origin));

    /// <summary>Every known event weighs ½^(age/half-life). Shape [cells]; O(known).</summary>
    public double[] Weighted(double halfLifeDays)
    {
        var sums = new double[Lattice.Cells];
        var rate = Math.Log(2) / halfLifeDays;
        for (var i = 0; i < _known; i++)
            sums[_events.Cells[i]] += Math.Exp((_events.Days[i] - Origin) * rate);
        return sums;
    }
}
