namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>Events by time and cell.</summary>
public sealed class PlaceEvents
{
    private PlaceEvents(PlaceLattice lattice, double[] days, int[] cells, double[] x, double[] y, int outside)
    {
        (Lattice, Days, Cells, X, Y, Outside) = (lattice, days, cells, x, y, outside);
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
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    public static PlaceEvents Of(PlaceLattice lattice, double[] days, double[] x, double[] y)
    {
        Neighbours.PlanarPoints.Require(x, y);
        if (days.Length != x.Length)
            throw new ArgumentException($"There are {days.Length} times for {x.Length} events.", nameof(days));
        Neighbours.PlanarPoints.RequireFinite(days, nameof(days));
        var inside = Enumerable.Range(0, x.Length).Where(i => lattice.CellAt(x[i], y[i]) >= 0).ToArray();
        // Equal times keep the caller's order, so that equal input gives equal output.
        Array.Sort(inside, (a, b) => days[a].CompareTo(days[b]) is var order and not 0 ? order : a.CompareTo(b));
        return new PlaceEvents(
            lattice, [.. inside.Select(i => days[i])], [.. inside.Select(i => lattice.CellAt(x[i], y[i]))],
            [.. inside.Select(i => x[i])], [.. inside.Select(i => y[i])], x.Length - inside.Length);
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
    public int FirstAt(double day)
    {
        var (low, high) = (0, Days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Days[middle] < day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
