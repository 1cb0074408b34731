namespace GeoCrime.Analytics.Forecasting.Boosting;

/// <summary>A grown tree: nodes in order of their making, the root first.</summary>
/// <param name="Feature">Shape [nodes]; −1 for a leaf.</param>
/// <param name="Bin">Shape [nodes]: rows up to this bin go left.</param>
/// <param name="Left">Shape [nodes]: the left child; the right one follows it.</param>
/// <param name="Value">Shape [nodes]: a leaf's answer.</param>
internal sealed record RegressionTree(int[] Feature, byte[] Bin, int[] Left, double[] Value)
{
    /// <summary>The answer to a row.</summary>
    public double At(BinnedTable table, int row)
    {
        var node = 0;
        while (Feature[node] >= 0)
            node = Left[node] + (table.Columns[Feature[node]][row] <= Bin[node] ? 0 : 1);
        return Value[node];
    }
}
