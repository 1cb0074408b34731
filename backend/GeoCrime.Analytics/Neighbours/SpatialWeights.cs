namespace GeoCrime.Analytics.Neighbours;

/// <summary>Which units are neighbours, and by how much: a sparse matrix by rows.</summary>
public sealed class SpatialWeights
{
    /// <param name="offsets">Shape [units + 1]: row i is links offsets[i]…offsets[i+1]−1; starts at 0 and never falls.</param>
    /// <param name="neighbours">Shape [links]: unit at the other end, each at most once a row.</param>
    /// <param name="values">Shape [links], finite; null stands for weights of 1.</param>
    /// <exception cref="ArgumentException">The arrays are not such a matrix; the message says where.</exception>
    public SpatialWeights(int[] offsets, int[] neighbours, double[]? values = null)
    {
        if (offsets.Length == 0 || offsets[0] != 0 || offsets[^1] != neighbours.Length)
            throw new ArgumentException($"Offsets must run from 0 to the {neighbours.Length} links.", nameof(offsets));
        for (var unit = 0; unit + 1 < offsets.Length; unit++)
            if (offsets[unit + 1] < offsets[unit])
                throw new ArgumentException($"Offsets fall after unit {unit}.", nameof(offsets));
        var lastRow = new int[offsets.Length - 1];
        for (var unit = 0; unit + 1 < offsets.Length; unit++)
            for (var link = offsets[unit]; link < offsets[unit + 1]; link++)
            {
                var neighbour = neighbours[link];
                if ((uint)neighbour >= (uint)lastRow.Length)
                    throw new ArgumentException($"Neighbour {neighbour} is not among {lastRow.Length} units.", nameof(neighbours));
                if (lastRow[neighbour] == unit + 1)
                    throw new ArgumentException($"Unit {unit} lists neighbour {neighbour} twice.", nameof(neighbours));
                lastRow[neighbour] = unit + 1;
            }
        PlanarPoints.RequireWeights(values, neighbours.Length);
        Offsets = offsets;
        Neighbours = neighbours;
        Values = values;
    }

    public int[] Offsets { get; }

    public int[] Neighbours { get; }

    public double[]? Values { get; }

    public int Units => Offsets.Length - 1;

    public ReadOnlySpan<int> Of(int unit) => Neighbours.AsSpan(Offsets[unit], Count(unit));

    /// <summary>Weights of <see cref="Of"/>; empty where all are 1.</summary>
    public ReadOnlySpan<double> ValuesOf(int unit) => Values is null ? [] : Values.AsSpan(Offsets[unit], Count(unit));

    public int Count(int unit) => Offsets[unit + 1] - Offsets[unit];

    public bool HasSelf(int unit) => Of(unit).Contains(unit);

    /// <summary>Weights from one list of neighbours per unit.</summary>
    public static SpatialWeights FromLists(IReadOnlyList<IReadOnlyList<int>> lists)
    {
        var offsets = new int[lists.Count + 1];
        for (var unit = 0; unit < lists.Count; unit++)
            offsets[unit + 1] = offsets[unit] + lists[unit].Count;
        return new SpatialWeights(offsets, [.. lists.SelectMany(list => list)]);
    }

    /// <summary>Units without any neighbour but perhaps themselves.</summary>
    public IReadOnlyList<int> Islands() =>
        [.. Enumerable.Range(0, Units).Where(unit => Count(unit) == (HasSelf(unit) ? 1 : 0))];

    /// <summary>The same links, and each unit as its own first neighbour with weight 1 unless it already was one.</summary>
    public SpatialWeights WithSelf()
    {
        var offsets = new int[Offsets.Length];
        var neighbours = new List<int>(Neighbours.Length + Units);
        var values = Values is null ? null : new List<double>(neighbours.Capacity);
        for (var unit = 0; unit < Units; unit++)
        {
            if (!HasSelf(unit))
            {
                neighbours.Add(unit);
                values?.Add(1);
            }
            neighbours.AddRange(Of(unit));
            values?.AddRange(ValuesOf(unit));
            offsets[unit + 1] = neighbours.Count;
        }
        return new SpatialWeights(offsets, [.. neighbours], values is null ? null : [.. values]);
    }

    /// <summary>Weights of each row divided by their sum; rows that sum to 0 stay as they are.</summary>
    public SpatialWeights RowStandardised()
    {
        var values = new double[Neighbours.Length];
        for (var unit = 0; unit < Units; unit++)
        {
            var row = ValuesOf(unit);
            var sum = Values is null ? Count(unit) : 0.0;
            foreach (var value in row)
                sum += value;
            for (var link = Offsets[unit]; link < Offsets[unit + 1]; link++)
                values[link] = (Values is null ? 1 : Values[link]) / (sum == 0 ? 1 : sum);
        }
        return new SpatialWeights(Offsets, Neighbours, values);
    }
}
