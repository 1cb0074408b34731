namespace GeoCrime.Analytics.Forecasting.Boosting;

/// <summary>Features cut into at most 255 bins each, so that a tree finds its splits by counting.</summary>
/// <remarks>Bin 0 holds what is missing. Edges are quantiles of the rows they were made from.</remarks>
internal sealed class BinnedTable
{
    private const int MostBins = 254;
    private readonly double[][] edges;

    private BinnedTable(double[][] edges, byte[][] columns, int rows) => (this.edges, Columns, Rows) = (edges, columns, rows);

    /// <summary>Shape [features, rows].</summary>
    public byte[][] Columns { get; }

    public int Rows { get; }

    /// <summary>Bins of a feature, that of the missing included.</summary>
    public int Bins(int feature) => edges[feature].Length + 2;

    /// <summary>Cuts rows at quantiles of their own.</summary>
    /// <param name="rows">Shape [rows, features] in one array; NaN where missing.</param>
    public static BinnedTable Of(float[] rows, int features)
    {
        var count = rows.Length / features;
        var edges = new double[features][];
        for (var f = 0; f < features; f++)
            edges[f] = Edges(rows, features, f);
        return Cut(edges, rows, count);
    }

    /// <summary>Cuts other rows at the same edges.</summary>
    public BinnedTable Others(float[] rows) => Cut(edges, rows, rows.Length / edges.Length);

    private static BinnedTable Cut(double[][] edges, float[] rows, int count)
    {
        var features = edges.Length;
        var columns = new byte[features][];
        for (var f = 0; f < features; f++)
        {
            columns[f] = new byte[count];
            for (var i = 0; i < count; i++)
                columns[f][i] = Bin(edges[f], rows[i * features + f]);
        }
        return new BinnedTable(edges, columns, count);
    }

    private static byte Bin(double[] edges, float value)
    {
        if (float.IsNaN(value))
            return 0;
        var at = Array.BinarySearch(edges, value);
        return (byte)((at < 0 ? ~at : at) + 1);
    }

    // Midpoints between neighbouring values where these are few, else quantiles of a regular sample of the rows.
    private static double[] Edges(float[] rows, int features, int feature)
    {
        const int sample = 20_000;
        var count = rows.Length / features;
        var stride = Math.Max(1, count / sample);
        var values = new List<float>();
        for (var i = 0; i < count; i += stride)
            if (!float.IsNaN(rows[i * features + feature]))
                values.Add(rows[i * features + feature]);
        values.Sort();
        var distinct = values.Distinct().ToArray();
        if (distinct.Length <= MostBins)
            return [.. distinct.Zip(distinct.Skip(1), (a, b) => ((double)a + b) / 2)];
        return [.. Enumerable.Range(1, MostBins - 1).Select(k => (double)values[(int)((long)k * values.Count / MostBins)]).Distinct()];
    }
}
