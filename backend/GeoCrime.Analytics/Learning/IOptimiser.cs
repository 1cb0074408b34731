namespace GeoCrime.Analytics.Learning;

/// <summary>Changes parameters against a gradient, and keeps what it remembers where a checkpoint can save it.</summary>
public interface IOptimiser
{
    /// <summary>Steps done so far; set when training resumes.</summary>
    int Steps { get; set; }

    /// <summary>What is remembered between steps, by name; each laid out like the parameters.</summary>
    IReadOnlyList<(string Name, AlignedBuffer Values)> State { get; }

    /// <summary>One step downhill.</summary>
    /// <param name="values">Changed in place.</param>
    /// <param name="gradient">Same length; not modified.</param>
    /// <param name="learningRate">&gt; 0.</param>
    /// <exception cref="NonConvergenceException">The gradient holds a value that is not finite.</exception>
    void Step(Span<float> values, ReadOnlySpan<float> gradient, double learningRate);
}
