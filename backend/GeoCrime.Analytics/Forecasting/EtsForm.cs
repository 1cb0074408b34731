namespace GeoCrime.Analytics.Forecasting;

/// <summary>Which states an exponential smoothing model with additive errors has beside the level.</summary>
/// <param name="DampedTrend">A trend that fades by φ a step.</param>
/// <param name="Season">Steps of the additive season; 0 for none.</param>
public sealed record EtsForm(bool DampedTrend, int Season)
{
    /// <summary>Level, trend, season: the length of the state.</summary>
    public int States => 1 + (DampedTrend ? 1 : 0) + Season;

    /// <summary>Estimated numbers: smoothing and damping, initial states (one season is fixed at 0) and the error variance.</summary>
    public int Parameters => 2 + 2 * (DampedTrend ? 1 : 0) + (DampedTrend ? 1 : 0) + (Season > 0 ? Season : 0) + 1;

    public override string ToString() => $"ETS(A,{(DampedTrend ? "Ad" : "N")},{(Season > 0 ? "A" : "N")})";
}
