namespace GeoCrime.Analytics.Forecasting;

/// <summary>How an ensemble weighs its members.</summary>
public enum EnsembleWeighting
{
    /// <summary>All alike.</summary>
    Equal,

    /// <summary>By the inverse of the squared MASE at past origins.</summary>
    ByBacktest,
}
