using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>Incidents by place and, within a place, by time.</summary>
internal sealed class PlaceTimes
{
    private readonly double _epsilonDays;

    // Shape [n]: behind the last incident of the run that each is in.
    private readonly int[] _endOfRun;

    private PlaceTimes(int[] starts, double[] days, int[] points, double epsilonDays)
    {
        (Starts, Days, Points, _epsilonDays) = (starts, days, points, epsilonDays);
        (RunOf, _endOfRun) = (new int[days.Length], new int[days.Length]);
        for (var place = 0; place + 1 < starts.Length; place++)
            for (var at = starts[place]; at < starts[place + 1]; at++)
            {
                var from = at;
                while (at + 1 < starts[place + 1] && days[at + 1] - days[at] <= epsilonDays)
                    at++;
                RunOf.AsSpan(from..(at + 1)).Fill(Runs++);
                _endOfRun.AsSpan(from..(at + 1)).Fill(at + 1);
            }
    }

    /// <summary>Shape [places + 1]: where each place's incidents start.</summary>
    public int[] Starts { get; }

    /// <summary>Shape [n]; rising within a place.</summary>
    public double[] Days { get; }

    /// <summary>Shape [n]: the caller's index.</summary>
    public int[] Points { get; }

    /// <summary>Runs of incidents of one place, each within ε days of the one before.</summary>
    public int Runs { get; }

    /// <summary>Shape [n]: the run of each incident.</summary>
    public int[] RunOf { get; }

    /// <param name="grid">Places in its order.</param>
    /// <param name="groups">The place of each incident.</param>
    /// <param name="days">Shape [n]; finite.</param>
    public static PlaceTimes Of(PointGrid grid, CoincidentPoints groups, double[] days, double epsilonDays)
    {
        var points = new int[days.Length];
        for (var i = 0; i < points.Length; i++)
            points[i] = i;
        Array.Sort(days.ToArray(), points);
        var placeOf = new int[groups.Groups];
        for (var place = 0; place < placeOf.Length; place++)
            placeOf[grid.Order[place]] = place;
        var starts = new int[placeOf.Length + 1];
        foreach (var group in groups.GroupOf)
            starts[placeOf[group] + 1]++;
        for (var place = 0; place < placeOf.Length; place++)
            starts[place + 1] += starts[place];
        var (next, byPlace) = (starts.ToArray(), new int[days.Length]);
        foreach (var point in points)
            byPlace[next[placeOf[groups.GroupOf[point]]]++] = point;
        return new PlaceTimes(starts, Array.ConvertAll(byPlace, point => days[point]), byPlace, epsilonDays);
    }

    /// <summary>Only the incidents that are kept.</summary>
    /// <param name="kept">Shape [n], in this order.</param>
    public PlaceTimes Where(bool[] kept)
    {
        int[] places = [.. Enumerable.Range(0, Days.Length).Where(at => kept[at])];
        var starts = new int[Starts.Length];
        var place = 0;
        for (var at = 0; at < places.Length; at++)
            while (place + 1 < starts.Length && places[at] >= Starts[place + 1])
                starts[++place] = at;
        while (++place < starts.Length)
            starts[place] = places.Length;
        return new PlaceTimes(starts, Array.ConvertAll(places, at => Days[at]), Array.ConvertAll(places, at => Points[at]), _epsilonDays);
    }

    /// <summary>Incidents of a place within ε days of a time.</summary>
    public int CountAround(int place, double now) => FirstAfter(place, now) - FirstSince(place, now);

    /// <summary>The runs of a place that have an incident within ε days of a time; seldom more than one.</summary>
    public IEnumerable<int> RunsAround(int place, double now)
    {
        for (var at = FirstSince(place, now); at < Starts[place + 1] && Days[at] - now <= _epsilonDays; at = _endOfRun[at])
            yield return RunOf[at];
    }

    private int FirstSince(int place, double now)
    {
        int low = Starts[place], high = Starts[place + 1];
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (now - Days[middle] <= _epsilonDays)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private int FirstAfter(int place, double now)
    {
        int low = Starts[place], high = Starts[place + 1];
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Days[middle] - now > _epsilonDays)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
