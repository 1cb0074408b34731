namespace GeoCrime.Analytics.Learning;

/// <summary>A named matrix within a network's flat parameter vector.</summary>
/// <param name="Rows">The last row is the bias.</param>
public sealed record ParameterSlice(string Name, int Offset, int Rows, int Columns)
{
    public int Length => Rows * Columns;

    /// <summary>This matrix's part of a vector that is laid out like the parameters.</summary>
    public Span<float> Of(AlignedBuffer vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return vector.Span.Slice(Offset, Length);
    }
}
