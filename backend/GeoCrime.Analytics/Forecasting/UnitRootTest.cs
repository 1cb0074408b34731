namespace GeoCrime.Analytics.Forecasting;

/// <summary>A test's outcome.</summary>
/// <param name="Statistic">The test statistic.</param>
/// <param name="PValue">0–1; KPSS's lies within 0.01–0.1, where its table ends.</param>
/// <param name="Lags">Lags that were allowed for.</param>
public sealed record UnitRootTest(double Statistic, double PValue, int Lags);

/// <summary>What a unit-root regression takes out of the series.</summary>
public enum Deterministic
{
    None,
    Constant,
    ConstantAndTrend,
}
