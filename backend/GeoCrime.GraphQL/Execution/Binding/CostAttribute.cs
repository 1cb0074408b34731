namespace GeoCrime.GraphQL.Execution;

/// <summary>Declares what a field costs; without it an object field costs 1 and a leaf 0.</summary>
/// <param name="weight">Cost of one resolution; ≥ 0.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(int weight) : Attribute
{
    public int Weight { get; } = weight;

    /// <summary>For lists without a page-size argument: how many items to reckon with; ≥ 1.</summary>
    public int Items { get; init; } = 1;
}
