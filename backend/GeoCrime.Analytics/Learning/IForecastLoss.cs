namespace GeoCrime.Analytics.Learning;

/// <summary>What training makes small. Targets that are unknown (NaN) do not count.</summary>
public interface IForecastLoss
{
    /// <summary>Outputs of the network that go with a number of steps ahead.</summary>
    int OutputsFor(int stepsAhead);

    /// <summary>The loss summed over some windows' known targets.</summary>
    /// <param name="outputs">Shape [rows, outputs].</param>
    /// <param name="rows">Which window belongs to each row of outputs.</param>
    double Sum(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows);

    /// <summary>The same sum, and its gradient by the outputs divided by a number of targets.</summary>
    /// <param name="known">Known targets of the whole batch.</param>
    /// <param name="gradient">Result, shape [rows, outputs].</param>
    double Gradient(ReadOnlySpan<float> outputs, WindowSet windows, ReadOnlySpan<int> rows, int known, Span<float> gradient);
}
