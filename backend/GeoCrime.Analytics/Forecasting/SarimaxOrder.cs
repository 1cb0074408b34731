namespace GeoCrime.Analytics.Forecasting;

/// <summary>Orders of a seasonal ARIMA model, (p,d,q)(P,D,Q)s.</summary>
/// <param name="P">Autoregressive lags.</param>
/// <param name="D">Ordinary differences; 0 to 2.</param>
/// <param name="Q">Moving-average lags.</param>
public sealed record SarimaxOrder(int P, int D, int Q)
{
    /// <summary>Seasonal autoregressive lags.</summary>
    public int SeasonalP { get; init; }

    /// <summary>Seasonal differences; 0 or 1.</summary>
    public int SeasonalD { get; init; }

    /// <summary>Seasonal moving-average lags.</summary>
    public int SeasonalQ { get; init; }

    /// <summary>Steps of the season; ≥ 2 where a seasonal order is above 0.</summary>
    public int Season { get; init; }

    /// <summary>Coefficients without regressors and variance.</summary>
    public int Coefficients => P + Q + SeasonalP + SeasonalQ;

    /// <summary>Counts that are used up before the likelihood begins: d + D·s.</summary>
    public int Differences => D + SeasonalD * Season;

    /// <summary>Length of the ARMA part of the state: max(p + P·s, q + Q·s + 1).</summary>
    public int ArmaStates => Math.Max(P + SeasonalP * Season, Q + SeasonalQ * Season + 1);

    public override string ToString() => $"({P},{D},{Q})({SeasonalP},{SeasonalD},{SeasonalQ}){Season}";

    /// <exception cref="ArgumentOutOfRangeException">An order is outside its range.</exception>
    internal void Check()
    {
        if (P < 0 || Q < 0 || SeasonalP < 0 || SeasonalQ < 0 || D is < 0 or > 2 || SeasonalD is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(P), ToString(), "orders are not negative, d is at most 2 and D at most 1");
        if (SeasonalP + SeasonalD + SeasonalQ > 0 && Season < 2)
            throw new ArgumentOutOfRangeException(nameof(Season), Season, "a seasonal order needs a season of at least 2 steps");
    }
}
