using System.Runtime.InteropServices;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>Pairs of positions within the farthest distance band, and how to count their events' pairs by time band.</summary>
internal sealed class ClosePairs
{
    private readonly int[] _groupOf;
    private readonly int[] _starts;
    private readonly int _bands;

    // One entry a pair of different positions; a position with itself lies in the first band.
    private readonly List<(int First, int Second, int Band)> _pairs = [];

    private ClosePairs(int[] groupOf, int groups, int bands)
    {
        (_groupOf, _bands) = (groupOf, bands);
        _starts = new int[groups + 1];
        foreach (var group in groupOf)
            _starts[group + 1]++;
        for (var group = 0; group < groups; group++)
            _starts[group + 1] += _starts[group];
    }

    /// <summary>Finds them by a grid, without a matrix.</summary>
    /// <exception cref="ArgumentException">Counting once would take more than <paramref name="mostWork"/> steps.</exception>
    public static ClosePairs Find(
        double[] x, double[] y, double[] metres, DistanceMetric metric, double mostWork, CancellationToken cancellation)
    {
        var places = CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!;
        var found = new ClosePairs(places.GroupOf, places.Groups, metres.Length);
        // A little wider than the distance, so that rounding never puts a neighbour two cells away.
        var grid = PointGrid.Sort(places.X, places.Y, metres[^1] * (1 + 1e-6));
        var around = grid.Around(1);
        double work = x.Length;
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            around.MoveTo(cell);
            for (var i = grid.Starts[cell]; i < grid.Starts[cell + 1]; i++)
                for (var strip = 0; strip < around.Strips; strip++)
                {
                    var (from, to) = around.PointsOf(strip);
                    for (var j = Math.Max(from, i + 1); j < to; j++)
                    {
                        double dx = Math.Abs(grid.X[j] - grid.X[i]), dy = Math.Abs(grid.Y[j] - grid.Y[i]);
                        var distance = metric == DistanceMetric.Manhattan ? dx + dy : Math.Sqrt(dx * dx + dy * dy);
                        if (!(distance <= metres[^1]))
                            continue;
                        var (a, b) = (grid.Order[i], grid.Order[j]);
                        found._pairs.Add((a, b, BandOf(distance, metres)));
                        work += found.Size(a) + found.Size(b);
                    }
                }
            if (work > mostWork || found._pairs.Count > MostPairs)
                throw new ArgumentException(
                    $"{x.Length:N0} events have too many pairs within {metres[^1]} m to permute; ask for fewer events, fewer permutations or shorter distances.", nameof(metres));
        }
        return found;
    }

    /// <summary>Pairs of different positions that fit in memory: 12 bytes each.</summary>
    private const int MostPairs = 100_000_000;

    /// <summary>Pairs of events by distance band (outer) and time band (inner).</summary>
    public long[] Count(int[] days, int[] dayLimits)
    {
        var sorted = SortedByGroup(days);
        var counts = new long[_bands * dayLimits.Length];
        for (var group = 0; group + 1 < _starts.Length; group++)
            if (Size(group) > 1)
                Within(sorted.AsSpan(_starts[group], Size(group)), dayLimits, counts);
        foreach (var (first, second, band) in CollectionsMarshal.AsSpan(_pairs))
        {
            ReadOnlySpan<int> one = sorted.AsSpan(_starts[first], Size(first)), other = sorted.AsSpan(_starts[second], Size(second));
            var into = counts.AsSpan(band * dayLimits.Length, dayLimits.Length);
            // Few events are compared each with each, many by two pointers a limit.
            if ((long)one.Length * other.Length <= dayLimits.Length * ((long)one.Length + other.Length))
                EachWithEach(one, other, dayLimits, into);
            else
                Between(one, other, dayLimits, into);
        }
        return counts;
    }

    private int Size(int group) => _starts[group + 1] - _starts[group];

    private int[] SortedByGroup(int[] days)
    {
        var next = _starts[..^1];
        var sorted = new int[days.Length];
        for (var i = 0; i < days.Length; i++)
            sorted[next[_groupOf[i]]++] = days[i];
        for (var group = 0; group + 1 < _starts.Length; group++)
            if (Size(group) > 1)
                sorted.AsSpan(_starts[group], Size(group)).Sort();
        return sorted;
    }

    /// <summary>Pairs within one position, in the first distance band: all within a limit, less those within the limit before.</summary>
    private static void Within(ReadOnlySpan<int> days, int[] dayLimits, long[] counts)
    {
        var before = 0L;
        for (var band = 0; band < dayLimits.Length; band++)
        {
            var upTo = 0L;
            for (int late = 0, early = 0; late < days.Length; late++)
            {
                while (days[late] - days[early] > dayLimits[band])
                    early++;
                upTo += late - early;
            }
            counts[band] += upTo - before;
            before = upTo;
        }
    }

    private static void EachWithEach(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int[] dayLimits, Span<long> counts)
    {
        var latest = dayLimits[^1];
        foreach (var day in first)
            foreach (var other in second)
            {
                var gap = Math.Abs(day - other);
                if (gap > latest)
                    continue;
                var band = 0;
                while (gap > dayLimits[band])
                    band++;
                counts[band]++;
            }
    }

    private static void Between(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int[] dayLimits, Span<long> counts)
    {
        var before = 0L;
        for (var band = 0; band < dayLimits.Length; band++)
        {
            var upTo = 0L;
            int from = 0, to = 0;
            foreach (var day in first)
            {
                while (from < second.Length && day - second[from] > dayLimits[band])
                    from++;
                while (to < second.Length && second[to] - day <= dayLimits[band])
                    to++;
                upTo += to - from;
            }
            counts[band] += upTo - before;
            before = upTo;
        }
    }

    private static int BandOf(double distance, double[] metres)
    {
        var band = 0;
        while (distance > metres[band])
            band++;
        return band;
    }
}
