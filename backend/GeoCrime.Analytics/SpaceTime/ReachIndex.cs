using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>Points in square buckets as wide as a reach, so that those near any position lie in nine buckets.</summary>
internal sealed class ReachIndex
{
    private readonly Dictionary<(long Column, long Row), List<int>> _buckets = [];
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double _reach;

    /// <param name="x">Shape [n]; finite metres; kept, not copied.</param>
    /// <param name="y">Shape [n].</param>
    /// <param name="reachMetres">&gt; 0.</param>
    public ReachIndex(double[] x, double[] y, double reachMetres)
    {
        PlanarPoints.Require(x, y);
        (_x, _y, _reach) = (x, y, Metres.RequirePositive(reachMetres));
        for (var i = 0; i < x.Length; i++)
        {
            var bucket = BucketAt(x[i], y[i]);
            if (!_buckets.TryGetValue(bucket, out var points))
                _buckets[bucket] = points = [];
            points.Add(i);
        }
    }

    /// <summary>Calls back for each point within the reach, rim included, with its number and distance.</summary>
    public void Visit(double x, double y, Action<int, double> found)
    {
        var (column, row) = BucketAt(x, y);
        for (var r = row - 1; r <= row + 1; r++)
            for (var c = column - 1; c <= column + 1; c++)
                if (_buckets.TryGetValue((c, r), out var points))
                    foreach (var i in points)
                    {
                        double dx = _x[i] - x, dy = _y[i] - y;
                        var distance = Math.Sqrt(dx * dx + dy * dy);
                        if (distance <= _reach)
                            found(i, distance);
                    }
    }

    /// <summary>Calls back for each point within the reach whose time lies in [from, before): its number, delay and distance.</summary>
    /// <param name="times">Shape [n]; rising, so that a bucket's points are in order of time.</param>
    public void Visit(double x, double y, double from, double before, double[] times, Action<int, double, double> found)
    {
        var (column, row) = BucketAt(x, y);
        for (var r = row - 1; r <= row + 1; r++)
            for (var c = column - 1; c <= column + 1; c++)
            {
                if (!_buckets.TryGetValue((c, r), out var points))
                    continue;
                for (var at = First(points, times, from); at < points.Count && times[points[at]] < before; at++)
                {
                    double dx = _x[points[at]] - x, dy = _y[points[at]] - y;
                    var distance = Math.Sqrt(dx * dx + dy * dy);
                    if (distance <= _reach)
                        found(points[at], before - times[points[at]], distance);
                }
            }
    }

    private static int First(List<int> points, double[] times, double from)
    {
        var (low, high) = (0, points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[points[middle]] < from)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    // A little wider than the reach, so that rounding never puts a neighbour two buckets away.
    private (long Column, long Row) BucketAt(double x, double y) =>
        ((long)Math.Floor(x / (_reach * (1 + 1e-6))), (long)Math.Floor(y / (_reach * (1 + 1e-6))));
}
