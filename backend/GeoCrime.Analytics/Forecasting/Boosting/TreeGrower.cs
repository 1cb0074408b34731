namespace GeoCrime.Analytics.Forecasting.Boosting;

/// <summary>Grows one tree leaf by leaf, always splitting the leaf that gains most.</summary>
/// <remarks>
/// Gain of a split: G²/(H + ridge) of both sides less that of the whole (Chen and Guestrin 2016, KDD-22), from histograms; the
/// larger child's histogram is the parent's less the smaller's (Ke et al. 2017, NeurIPS 30). Cost: O(rows · features · depth).
/// </remarks>
internal sealed class TreeGrower(BinnedTable table, BoostingOptions options)
{
    private const int Slots = 256;
    private readonly int features = table.Columns.Length;

    /// <summary>Grows a tree on some rows.</summary>
    /// <param name="rows">Row numbers; reordered.</param>
    /// <param name="gradient">Shape [table rows].</param>
    /// <param name="curvature">Shape [table rows]; ≥ 0.</param>
    public RegressionTree Grow(int[] rows, float[] gradient, float[] curvature)
    {
        var (feature, bin, left, value) = (new List<int>(), new List<byte>(), new List<int>(), new List<double>());
        int Add(Leaf leaf)
        {
            feature.Add(-1);
            bin.Add(0);
            left.Add(-1);
            value.Add(-options.LearningRate * leaf.Gradient / (leaf.Curvature + options.Ridge));
            return feature.Count - 1;
        }

        var root = Whole(rows, gradient, curvature);
        var open = new List<(int Node, Leaf Leaf)> { (Add(root), root) };
        while (open.Count < options.Leaves)
        {
            var best = open.MaxBy(each => each.Leaf.Best.Gain);
            if (!(best.Leaf.Best.Gain > 1e-9))
                break;
            open.Remove(best);
            var (low, high) = Divide(rows, best.Leaf, gradient, curvature);
            feature[best.Node] = best.Leaf.Best.Feature;
            bin[best.Node] = (byte)best.Leaf.Best.Bin;
            left[best.Node] = feature.Count;
            open.Add((Add(low), low));
            open.Add((Add(high), high));
        }
        return new RegressionTree([.. feature], [.. bin], [.. left], [.. value]);
    }

    private Leaf Whole(int[] rows, float[] gradient, float[] curvature)
    {
        var histogram = new Cell[features * Slots];
        Count(rows, histogram, gradient, curvature);
        return Judged(0, rows.Length, histogram);
    }

    private (Leaf Low, Leaf High) Divide(int[] rows, Leaf parent, float[] gradient, float[] curvature)
    {
        var column = table.Columns[parent.Best.Feature];
        var part = rows.AsSpan(parent.Start, parent.Length);
        var kept = part.ToArray();
        var (low, high) = (0, part.Length);
        // Stable from the left, reversed from the right: the order is the same on every machine.
        foreach (var row in kept)
            if (column[row] <= parent.Best.Bin)
                part[low++] = row;
            else
                part[--high] = row;
        var lowIsSmaller = low <= part.Length - low;
        var counted = new Cell[features * Slots];
        Count(lowIsSmaller ? part[..low] : part[low..], counted, gradient, curvature);
        var rest = parent.Histogram;
        for (var i = 0; i < rest.Length; i++)
            rest[i] = new Cell(rest[i].Gradient - counted[i].Gradient, rest[i].Curvature - counted[i].Curvature, rest[i].Rows - counted[i].Rows);
        return (Judged(parent.Start, low, lowIsSmaller ? counted : rest),
            Judged(parent.Start + low, part.Length - low, lowIsSmaller ? rest : counted));
    }

    private void Count(ReadOnlySpan<int> rows, Cell[] histogram, float[] gradient, float[] curvature)
    {
        for (var f = 0; f < features; f++)
        {
            var column = table.Columns[f];
            var cells = histogram.AsSpan(f * Slots, Slots);
            foreach (var row in rows)
            {
                ref var cell = ref cells[column[row]];
                cell.Gradient += gradient[row];
                cell.Curvature += curvature[row];
                cell.Rows++;
            }
        }
    }

    private Leaf Judged(int start, int length, Cell[] histogram)
    {
        var (gradient, curvature) = (0.0, 0.0);
        foreach (var cell in histogram.AsSpan(0, Slots))
            (gradient, curvature) = (gradient + cell.Gradient, curvature + cell.Curvature);
        var whole = gradient * gradient / (curvature + options.Ridge);
        var best = new Split(0, 0, 0);
        if (length >= 2 * options.LeastRows)
            for (var f = 0; f < features; f++)
            {
                var (g, h, rows) = (0.0, 0.0, 0);
                for (var b = 0; b < table.Bins(f) - 1; b++)
                {
                    ref readonly var cell = ref histogram[f * Slots + b];
                    if (cell.Rows == 0)
                        continue;
                    (g, h, rows) = (g + cell.Gradient, h + cell.Curvature, rows + cell.Rows);
                    if (rows < options.LeastRows)
                        continue;
                    if (length - rows < options.LeastRows)
                        break;
                    var gain = g * g / (h + options.Ridge) + (gradient - g) * (gradient - g) / (curvature - h + options.Ridge) - whole;
                    if (gain > best.Gain)
                        best = new Split(f, b, gain);
                }
            }
        return new Leaf(start, length, histogram, gradient, curvature, best);
    }

    private record struct Cell(double Gradient, double Curvature, int Rows);

    private readonly record struct Split(int Feature, int Bin, double Gain);

    private sealed record Leaf(int Start, int Length, Cell[] Histogram, double Gradient, double Curvature, Split Best);
}
