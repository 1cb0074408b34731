using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Neighbours;

/// <summary>Points halved again and again along their wider side, for searches of nearest ones.</summary>
/// <remarks>Bentley (1975), Communications of the ACM 18, 509–517. Built in O(n log n).</remarks>
internal sealed class KdTree
{
    /// <summary>Stretches of the order up to this long are not halved.</summary>
    public const int LeafPoints = 12;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _order;
    // By the middle of a stretch, which no other stretch shares: whether it is split along x, and where.
    private readonly bool[] _alongX;
    private readonly double[] _split;

    /// <param name="x">Shape [n]; finite; copied.</param>
    /// <param name="y">Shape [n]; finite; copied.</param>
    public KdTree(double[] x, double[] y)
    {
        _order = [.. Enumerable.Range(0, x.Length)];
        _x = x.ToArray();
        _y = y.ToArray();
        _alongX = new bool[x.Length];
        _split = new double[x.Length];
        Build(0, x.Length);
    }

    /// <summary>Shape [n]: coordinates in the tree's order. The root is all of it; a stretch [from, to) is halved at (from + to)/2.</summary>
    public ReadOnlySpan<double> X => _x;

    public ReadOnlySpan<double> Y => _y;

    /// <summary>Shape [n]: the caller's index of each point in the tree's order.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>The k points nearest to a place in order of distance; of equally far ones those with lower indices.</summary>
    /// <param name="x">Of the place.</param>
    /// <param name="y">Of the place.</param>
    /// <param name="omitted">Index of a point that does not count, or −1.</param>
    /// <param name="squared">Filled with squared distances; as long as the points are wanted.</param>
    /// <param name="indices">Filled with indices; as long.</param>
    /// <returns>How many were found: fewer than wanted only if there are fewer.</returns>
    public int Nearest(double x, double y, int omitted, Span<double> squared, Span<int> indices)
    {
        var found = new Found(squared, indices);
        if (!squared.IsEmpty)
            Search(0, _order.Length, x, y, omitted, ref found);
        return found.Count;
    }

    private void Build(int from, int to)
    {
        if (to - from <= LeafPoints)
            return;
        var middle = (from + to) / 2;
        _alongX[middle] = Width(_x.AsSpan(from, to - from)) >= Width(_y.AsSpan(from, to - from));
        Select(_alongX[middle] ? _x : _y, from, to - 1, middle);
        _split[middle] = (_alongX[middle] ? _x : _y)[middle];
        Build(from, middle);
        Build(middle, to);
    }

    private void Search(int from, int to, double x, double y, int omitted, ref Found found)
    {
        if (to - from <= LeafPoints)
        {
            for (var i = from; i < to; i++)
                if (_order[i] != omitted)
                    found.Offer((_x[i] - x) * (_x[i] - x) + (_y[i] - y) * (_y[i] - y), _order[i]);
            return;
        }
        var middle = (from + to) / 2;
        var past = (_alongX[middle] ? x : y) - _split[middle];
        if (past < 0)
        {
            Search(from, middle, x, y, omitted, ref found);
            if (past * past <= found.Farthest)
                Search(middle, to, x, y, omitted, ref found);
        }
        else
        {
            Search(middle, to, x, y, omitted, ref found);
            if (past * past <= found.Farthest)
                Search(from, middle, x, y, omitted, ref found);
        }
    }

    /// <summary>Reorders the points so that the one at <paramref name="middle"/> stands where sorting by the key would put it (Hoare).</summary>
    private void Select(double[] key, int low, int high, int middle)
    {
        while (low < high)
        {
            var pivot = key[(low + high) / 2];
            int left = low, right = high;
            while (left <= right)
            {
                while (key[left] < pivot)
                    left++;
                while (key[right] > pivot)
                    right--;
                if (left > right)
                    break;
                (_x[left], _x[right]) = (_x[right], _x[left]);
                (_y[left], _y[right]) = (_y[right], _y[left]);
                (_order[left], _order[right]) = (_order[right], _order[left]);
                left++;
                right--;
            }
            if (middle <= right)
                high = right;
            else if (middle >= left)
                low = left;
            else
                return;
        }
    }

    private static double Width(ReadOnlySpan<double> values) => TensorPrimitives.Max(values) - TensorPrimitives.Min(values);

    /// <summary>The best so far, nearest first.</summary>
    private ref struct Found(Span<double> squared, Span<int> indices)
    {
        private readonly Span<double> _squared = squared;
        private readonly Span<int> _indices = indices;

        public int Count { get; private set; }

        public readonly double Farthest => Count < _squared.Length ? double.PositiveInfinity : _squared[^1];

        public void Offer(double distance, int index)
        {
            if (Count == _squared.Length && !Before(distance, index, Count - 1))
                return;
            var at = Count < _squared.Length ? Count++ : Count - 1;
            for (; at > 0 && Before(distance, index, at - 1); at--)
            {
                _squared[at] = _squared[at - 1];
                _indices[at] = _indices[at - 1];
            }
            _squared[at] = distance;
            _indices[at] = index;
        }

        private readonly bool Before(double distance, int index, int other) =>
            distance < _squared[other] || (distance == _squared[other] && index < _indices[other]);
    }
}
