using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>Events by time and cell.</summary>
public sealed class PlaceEvents
{
    private readonly double[]? _reported;

    private PlaceEvents(PlaceLattice lattice, double[] days, int[] cells, double[] x, double[] y, double[]? reported, int outside)
    {
        (Lattice, Days, Cells, X, Y, _reported, Outside) = (lattice, days, cells, x, y, reported, outside);
    }

    public PlaceLattice Lattice { get; }

    /// <summary>Shape [events]: days since any fixed midnight, fractions allowed; rising.</summary>
    public double[] Days { get; }

    /// <summary>Shape [events].</summary>
    public int[] Cells { get; }

    /// <summary>Shape [events]; metres.</summary>
    public double[] X { get; }

    /// <summary>Shape [events]; metres.</summary>
    public double[] Y { get; }

    /// <summary>Events that lie in no cell and were left out.</summary>
    public int Outside { get; }

    /// <summary>Sorts events into time and cells. O(n log n).</summary>
    /// <param name="lattice">The cells.</param>
    /// <param name="days">Shape [n]; finite.</param>
    /// <param name="x">Shape [n]; metres.</param>
    /// <param name="y">Shape [n]; metres.</param>
    /// <param name="reported">Shape [n]: when each event became known; null where it was known at once.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    public static PlaceEvents Of(PlaceLattice lattice, double[] days, double[] x, double[] y, double[]? reported = null)
    {
        Neighbours.PlanarPoints.Require(x, y);
        if (days.Length != x.Length)
            throw new ArgumentException($"There are {days.Length} times for {x.Length} events.", nameof(days));
        Neighbours.PlanarPoints.RequireFinite(days, nameof(days));
        Neighbours.PlanarPoints.RequireWeights(reported, x.Length);
        var inside = Enumerable.Range(0, x.Length).Where(i => lattice.CellAt(x[i], y[i]) >= 0).ToArray();
        // Equal times keep the caller's order, so that equal input gives equal output.
        Array.Sort(inside, (a, b) => days[a].CompareTo(days[b]) is var order and not 0 ? order : a.CompareTo(b));
        return new PlaceEvents(
            lattice, [.. inside.Select(i => days[i])], [.. inside.Select(i => lattice.CellAt(x[i], y[i]))],
            [.. inside.Select(i => x[i])], [.. inside.Select(i => y[i])], reported is null ? null : [.. inside.Select(i => reported[i])], x.Length - inside.Length);
    }

    /// <summary>The events that happened and were reported before a time; these very events where reports are not told apart.</summary>
    public PlaceEvents KnownBefore(double time)
    {
        if (_reported is null)
            return this;
        var known = Enumerable.Range(0, FirstAt(time)).Where(i => _reported[i] < time).ToArray();
        return new PlaceEvents(
            Lattice, [.. known.Select(i => Days[i])], [.. known.Select(i => Cells[i])], [.. known.Select(i => X[i])], [.. known.Select(i => Y[i])],
            [.. known.Select(i => _reported[i])], Outside);
    }

    /// <summary>Events of each cell in [from, to). Shape [cells].</summary>
    public double[] Count(double from, double to)
    {
        var counts = new double[Lattice.Cells];
        for (var i = FirstAt(from); i < Days.Length && Days[i] < to; i++)
            counts[Cells[i]]++;
        return counts;
    }

    /// <summary>Number of the first event at or after a time. O(log n).</summary>
    public int FirstAt(double day) => SortedSearch.FirstAtLeast<double>(Days, day);
}
