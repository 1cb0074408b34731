namespace GeoCrime.Analytics.Learning;

/// <summary>Input windows and what came after them, in order of time.</summary>
/// <param name="Inputs">Shape [count, steps, channels].</param>
/// <param name="Targets">Shape [count, outputs]; NaN where unknown.</param>
/// <param name="Count">Number of windows.</param>
public sealed record WindowSet(float[] Inputs, float[] Targets, int Count)
{
    /// <summary>Known targets of some windows.</summary>
    public int Known(ReadOnlySpan<int> rows, int outputs)
    {
        var known = 0;
        foreach (var row in rows)
            foreach (var target in Targets.AsSpan(row * outputs, outputs))
                if (!float.IsNaN(target))
                    known++;
        return known;
    }
}
