namespace GeoCrime.Analytics.Learning;

/// <summary>Input windows and what came after them, in order of time.</summary>
/// <param name="Inputs">Shape [count, steps, channels].</param>
/// <param name="Targets">Shape [count, steps ahead]; NaN where unknown.</param>
/// <param name="Count">Number of windows.</param>
public sealed record WindowSet(float[] Inputs, float[] Targets, int Count)
{
    /// <summary>The area of each window, shape [count]; empty for a single series.</summary>
    public int[] Areas { get; init; } = [];

    /// <summary>What a loss adds to the network's outputs, of the targets' shape; empty where it adds nothing.</summary>
    public float[] Offsets { get; init; } = [];

    /// <summary>Steps ahead.</summary>
    public int TargetWidth => Count == 0 ? 0 : Targets.Length / Count;

    /// <summary>Some of the windows, in the order given.</summary>
    public WindowSet Of(ReadOnlySpan<int> rows) =>
        new(Rows(Inputs, rows), Rows(Targets, rows), rows.Length) { Areas = Rows(Areas, rows), Offsets = Rows(Offsets, rows) };

    /// <summary>Known targets of some windows.</summary>
    public int Known(ReadOnlySpan<int> rows)
    {
        var known = 0;
        foreach (var row in rows)
            foreach (var target in Targets.AsSpan(row * TargetWidth, TargetWidth))
                if (!float.IsNaN(target))
                    known++;
        return known;
    }

    private T[] Rows<T>(T[] values, ReadOnlySpan<int> rows)
    {
        var width = Count == 0 ? 0 : values.Length / Count;
        var chosen = new T[rows.Length * width];
        for (var i = 0; i < rows.Length; i++)
            values.AsSpan(rows[i] * width, width).CopyTo(chosen.AsSpan(i * width));
        return chosen;
    }
}
