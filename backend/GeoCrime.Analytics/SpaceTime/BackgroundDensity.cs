namespace GeoCrime.Analytics.SpaceTime;

/// <summary>Gaussian density of weighted events at the events themselves, each without its own part.</summary>
/// <remarks>Events are held in squares of a third of the bandwidth, occupied ones only, so that a far outlier costs nothing.</remarks>
internal sealed class BackgroundDensity
{
    private const double SquaresPerDeviation = 3;
    private const int Reach = 12;
    private readonly int[] _squareOf;
    private readonly int[] _starts;
    private readonly int[] _neighbours;
    private readonly float[] _heights;
    private readonly double _peak;

    public BackgroundDensity(double[] x, double[] y, double deviationMetres)
    {
        var side = deviationMetres / SquaresPerDeviation;
        var numbers = new Dictionary<(long Column, long Row), int>();
        _squareOf = new int[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var square = ((long)Math.Floor(x[i] / side), (long)Math.Floor(y[i] / side));
            if (!numbers.TryGetValue(square, out var number))
                numbers[square] = number = numbers.Count;
            _squareOf[i] = number;
        }
        _peak = 1 / (2 * Math.PI * deviationMetres * deviationMetres);
        _starts = new int[numbers.Count + 1];
        var (neighbours, heights) = (new List<int>(), new List<float>());
        foreach (var ((column, row), number) in numbers.OrderBy(entry => entry.Value))
        {
            for (var dr = -Reach; dr <= Reach; dr++)
                for (var dc = -Reach; dc <= Reach; dc++)
                    if (dr * dr + dc * dc <= Reach * Reach && numbers.TryGetValue((column + dc, row + dr), out var neighbour))
                    {
                        neighbours.Add(neighbour);
                        heights.Add((float)(_peak * Math.Exp(-(dr * dr + dc * dc) / (2 * SquaresPerDeviation * SquaresPerDeviation))));
                    }
            _starts[number + 1] = neighbours.Count;
        }
        (_neighbours, _heights) = ([.. neighbours], [.. heights]);
    }

    /// <summary>Weight per square metre. Shape [n].</summary>
    public double[] LeaveOneOut(double[] weights)
    {
        var held = new double[_starts.Length - 1];
        for (var i = 0; i < weights.Length; i++)
            held[_squareOf[i]] += weights[i];
        var density = new double[held.Length];
        for (var square = 0; square < held.Length; square++)
            for (var link = _starts[square]; link < _starts[square + 1]; link++)
                density[square] += _heights[link] * held[_neighbours[link]];
        return [.. weights.Select((weight, i) => Math.Max(0, density[_squareOf[i]] - (float)_peak * weight))];
    }
}
