namespace GeoCrime.Analytics.Neighbours;

/// <summary>Points sorted by the square cell they lie in, row after row, so that cells side by side in a row hold one stretch of points.</summary>
internal sealed class PointGrid
{
    private readonly long[] _keys;
    private readonly long _columns;

    private PointGrid(double[] x, double[] y, int[] order, int[] starts, long[] keys, long columns)
    {
        X = x;
        Y = y;
        Order = order;
        Starts = starts;
        _keys = keys;
        _columns = columns;
    }

    /// <summary>Shape [n]; coordinates in the sorted order.</summary>
    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>Shape [n]: the caller's index of each sorted point. Within a cell it rises.</summary>
    public int[] Order { get; }

    /// <summary>Shape [cells + 1]: where each occupied cell's points start.</summary>
    public int[] Starts { get; }

    public int Cells => _keys.Length;

    /// <summary>Sorts finite points into cells. O(n) for each 16 bits of the number of cells, occupied or not, that the extent spans.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The extent of the points spans more than 2³¹ cells along one axis.</exception>
    public static PointGrid Sort(double[] x, double[] y, double side)
    {
        if (x.Length == 0)
            return new PointGrid([], [], [], [0], [], 1);
        double minX = x.Min(), minY = y.Min(), columns = Math.Floor((x.Max() - minX) / side) + 1;
        var rows = Math.Floor((y.Max() - minY) / side) + 1;
        if (Math.Max(columns, rows) > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(side), side,
                $"The points span {Math.Max(columns, rows):G3} cells of {side} m along one axis; at most {int.MaxValue} are allowed.");
        var keys = new long[x.Length];
        for (var i = 0; i < x.Length; i++)
            keys[i] = (long)((y[i] - minY) / side) * (long)columns + (long)((x[i] - minX) / side);
        var order = RadixSort.Order(keys, (long)(columns * rows));
        var sortedX = new double[x.Length];
        var sortedY = new double[x.Length];
        var count = 0;
        for (var i = 0; i < order.Length; i++)
        {
            sortedX[i] = x[order[i]];
            sortedY[i] = y[order[i]];
            count += IsFirst(i) ? 1 : 0;
        }
        var (starts, cells) = (new int[count + 1], new long[count]);
        var cell = 0;
        for (var i = 0; i < order.Length; i++)
            if (IsFirst(i))
                (starts[cell], cells[cell++]) = (i, keys[order[i]]);
        starts[count] = order.Length;
        return new PointGrid(sortedX, sortedY, order, starts, cells, (long)columns);

        bool IsFirst(int i) => i == 0 || keys[order[i]] != keys[order[i - 1]];
    }

    /// <summary>A walk over cells in their order that knows which cells lie around the current one.</summary>
    /// <param name="reach">Rows and columns to each side.</param>
    public Surroundings Around(int reach) => new(this, reach);

    public sealed class Surroundings
    {
        private readonly PointGrid _grid;
        private readonly int _reach;
        private readonly int[] _from;
        private readonly int[] _to;
        private int _cell;

        internal Surroundings(PointGrid grid, int reach)
        {
            _grid = grid;
            _reach = reach;
            _from = new int[2 * reach + 1];
            _to = new int[2 * reach + 1];
            _cell = -1;
        }

        public int Strips => _from.Length;

        /// <summary>Makes a cell the current one. Steps to the next cell are cheap, others search.</summary>
        public void MoveTo(int cell)
        {
            var (row, column) = Math.DivRem(_grid._keys[cell], _grid._columns);
            for (var strip = 0; strip < Strips; strip++)
            {
                var start = (row + strip - _reach) * _grid._columns;
                var from = start + Math.Max(0, column - _reach);
                var to = start + Math.Min(_grid._columns - 1, column + _reach) + 1;
                _from[strip] = cell == _cell + 1 ? Advance(_from[strip], from) : Search(from);
                _to[strip] = cell == _cell + 1 ? Advance(_to[strip], to) : Search(to);
            }
            _cell = cell;
        }

        /// <summary>Occupied cells [from, to) of one row: strip 0 is <c>reach</c> rows before the current cell's, the last as many after.</summary>
        public (int From, int To) CellsOf(int strip) => (_from[strip], _to[strip]);

        /// <summary>Sorted points [from, to) of those cells.</summary>
        public (int From, int To) PointsOf(int strip) => (_grid.Starts[_from[strip]], _grid.Starts[_to[strip]]);

        private int Advance(int at, long key)
        {
            var keys = _grid._keys;
            while (at < keys.Length && keys[at] < key)
                at++;
            return at;
        }

        private int Search(long key)
        {
            var found = Array.BinarySearch(_grid._keys, key);
            return found < 0 ? ~found : found;
        }
    }
}
