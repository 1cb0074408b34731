namespace GeoCrime.Analytics.Forecasting;

/// <summary>Fills gaps for methods that need a number everywhere.</summary>
internal static class Interpolation
{
    /// <summary>Missing values on the line between their neighbours; the nearest known value at the ends.</summary>
    /// <param name="values">At least one known; not modified.</param>
    public static double[] Linear(double[] values)
    {
        var result = (double[])values.Clone();
        var before = -1;
        for (var i = 0; i <= values.Length; i++)
        {
            if (i < values.Length && double.IsNaN(values[i]))
                continue;
            for (var j = before + 1; j < i; j++)
                result[j] = before < 0 ? values[i]
                    : i == values.Length ? values[before]
                    : values[before] + (values[i] - values[before]) * (j - before) / (i - before);
            before = i;
        }
        return result;
    }
}
