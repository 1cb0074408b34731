namespace GeoCrime.Analytics.Forecasting.Boosting;

/// <summary>How trees are grown.</summary>
public sealed record BoostingOptions
{
    public int Trees { get; init; } = 200;

    /// <summary>Share of each tree's answer that is taken; 0–1.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Most leaves of a tree; ≥ 2.</summary>
    public int Leaves { get; init; } = 15;

    /// <summary>Least rows of a leaf.</summary>
    public int LeastRows { get; init; } = 200;

    /// <summary>Added to the curvature of each leaf: pulls its answer to 0.</summary>
    public double Ridge { get; init; } = 1;

    /// <summary>Share of rows that each tree sees; 0–1.</summary>
    public double RowShare { get; init; } = 0.5;

    public int Seed { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Trees, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Leaves, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(LeastRows, 1);
        if (!(LearningRate is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(LearningRate), LearningRate, "must lie between 0 and 1");
        if (!(RowShare is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(RowShare), RowShare, "must lie between 0 and 1");
    }
}
