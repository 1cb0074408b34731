using System.Collections.Concurrent;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>Clusters of incidents that are dense in space and time together (ST-DBSCAN).</summary>
public static class SpaceTimeDbscan
{
    /// <summary>DBSCAN whose neighbourhood is a cylinder: within ε metres and within ε days.</summary>
    /// <param name="x">Shape [n]; metres in one projected CRS; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="days">Shape [n]; time in days from any origin; not modified.</param>
    /// <param name="epsilonMetres">Radius &gt; 0; its rim is inside.</param>
    /// <param name="epsilonDays">≥ 0: days before and after; the rims are inside.</param>
    /// <param name="minPoints">Incidents in the cylinder that make a core point, itself included; ≥ 1.</param>
    /// <param name="cancellation">Looked at every few hundred cells.</param>
    /// <returns>Clusters in order of their first core point; a border point goes to the lowest-numbered cluster it touches.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ε or minPoints is out of its range.</exception>
    /// <remarks>Birant and Kut (2007), Data &amp; Knowledge Engineering 60, 208–221, without their limit on other attributes.
    /// O(n log n + pairs within both ε); pairs are not held. The same labels at any number of threads.</remarks>
    public static DbscanResult Cluster(
        double[] x, double[] y, double[] days, double epsilonMetres, double epsilonDays, int minPoints, CancellationToken cancellation = default)
    {
        PlanarPoints.Require(x, y);
        if (days.Length != x.Length)
            throw new ArgumentException($"There are {days.Length} days for {x.Length} points.", nameof(days));
        PlanarPoints.RequireFinite(days, nameof(days));
        Metres.RequirePositive(epsilonMetres);
        if (!double.IsFinite(epsilonDays) || epsilonDays < 0)
            throw new ArgumentOutOfRangeException(nameof(epsilonDays), epsilonDays, "ε must be finite and ≥ 0 days.");
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints, 1);
        var cylinders = new Cylinders(x, y, days, epsilonMetres, epsilonDays);
        var core = new bool[x.Length];
        cylinders.OverPoints((point, around) =>
        {
            var count = 0;
            cylinders.Visit(point, around, _ => ++count < minPoints);
            core[point] = count >= minPoints;
        }, cancellation);
        var sets = new DisjointSets(x.Length);
        cylinders.InOrder((point, around) =>
        {
            if (core[point])
                cylinders.Visit(point, around, other =>
                {
                    if (other < point && core[other])
                        sets.Join(point, other);
                    return true;
                });
        }, cancellation);
        return Number(cylinders, core, sets, cancellation);
    }

    private static DbscanResult Number(Cylinders cylinders, bool[] core, DisjointSets sets, CancellationToken cancellation)
    {
        var n = core.Length;
        var sortedAt = new int[n];
        for (var i = 0; i < n; i++)
            sortedAt[cylinders.Original(i)] = i;
        var clusterOf = new int[n];
        Array.Fill(clusterOf, Dbscan.Noise);
        var sorted = new int[n];
        Array.Fill(sorted, Dbscan.Noise);
        var clusters = 0;
        foreach (var i in sortedAt)
        {
            if (!core[i])
                continue;
            var root = sets.Find(i);
            if (clusterOf[root] == Dbscan.Noise)
                clusterOf[root] = clusters++;
            sorted[i] = clusterOf[root];
        }
        var label = sorted.ToArray();
        cylinders.OverPoints((point, around) =>
        {
            if (!core[point])
                cylinders.Visit(point, around, other =>
                {
                    if (core[other] && (label[point] == Dbscan.Noise || sorted[other] < label[point]))
                        label[point] = sorted[other];
                    return true;
                });
        }, cancellation);
        return new DbscanResult(
            [.. sortedAt.Select(i => label[i])], [.. sortedAt.Select(i => core[i])], clusters);
    }

    /// <summary>Points by cells of side ε and by time within a cell.</summary>
    private sealed class Cylinders
    {
        private readonly PointGrid _grid;
        private readonly int[] _byTime;
        private readonly double[] _days;
        private readonly double _squared;
        private readonly double _epsilonDays;

        public Cylinders(double[] x, double[] y, double[] days, double epsilonMetres, double epsilonDays)
        {
            _byTime = [.. Enumerable.Range(0, x.Length)];
            Array.Sort(days.ToArray(), _byTime);
            // Sorting into cells keeps the order of time within each. Cells are a little wider than ε against rounding.
            _grid = PointGrid.Sort([.. _byTime.Select(i => x[i])], [.. _byTime.Select(i => y[i])], epsilonMetres * (1 + 1e-6));
            _days = [.. _grid.Order.Select(i => days[_byTime[i]])];
            _squared = epsilonMetres * epsilonMetres;
            _epsilonDays = epsilonDays;
        }

        public int Original(int point) => _byTime[_grid.Order[point]];

        /// <summary>Shows the points of a cylinder until told to stop.</summary>
        public void Visit(int point, PointGrid.Surroundings around, Func<int, bool> goOn)
        {
            double px = _grid.X[point], py = _grid.Y[point], now = _days[point];
            for (var strip = 0; strip < around.Strips; strip++)
            {
                var (from, to) = around.CellsOf(strip);
                for (var cell = from; cell < to; cell++)
                    for (var i = FirstSince(cell, now); i < _grid.Starts[cell + 1] && _days[i] - now <= _epsilonDays; i++)
                    {
                        double dx = _grid.X[i] - px, dy = _grid.Y[i] - py;
                        if (dx * dx + dy * dy <= _squared && !goOn(i))
                            return;
                    }
            }
        }

        public void OverPoints(Action<int, PointGrid.Surroundings> visit, CancellationToken cancellation)
        {
            if (_grid.Cells > 0)
                Parallel.ForEach(Partitioner.Create(0, _grid.Cells, 256), new ParallelOptions { CancellationToken = cancellation },
                    range => Walk(range.Item1, range.Item2, visit));
        }

        public void InOrder(Action<int, PointGrid.Surroundings> visit, CancellationToken cancellation)
        {
            for (var cell = 0; cell < _grid.Cells; cell += 256)
            {
                cancellation.ThrowIfCancellationRequested();
                Walk(cell, Math.Min(_grid.Cells, cell + 256), visit);
            }
        }

        private void Walk(int from, int to, Action<int, PointGrid.Surroundings> visit)
        {
            var around = _grid.Around(1);
            for (var cell = from; cell < to; cell++)
            {
                around.MoveTo(cell);
                for (var point = _grid.Starts[cell]; point < _grid.Starts[cell + 1]; point++)
                    visit(point, around);
            }
        }

        /// <summary>The cell's first point that is not more than ε days before a time.</summary>
        private int FirstSince(int cell, double now)
        {
            int low = _grid.Starts[cell], high = _grid.Starts[cell + 1];
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (now - _days[middle] <= _epsilonDays)
                    high = middle;
                else
                    low = middle + 1;
            }
            return low;
        }
    }
}
