namespace GeoCrime.Analytics.Forecasting;

/// <summary>The models that can be asked for.</summary>
public enum ForecastModel
{
    /// <summary>The ensemble, or the candidate that was surely better at past origins.</summary>
    Best,
    Naive,
    SeasonalNaive,
    Drift,
    Mean,
    Ets,
    Theta,
    Sarimax,

    /// <summary>SARIMAX with orders chosen for each history; see <see cref="SarimaxOrderSearch"/>.</summary>
    AutoSarimax,

    /// <summary>Piecewise-linear trend, Fourier seasons and holidays.</summary>
    Prophet,
    NegativeBinomial,
    BoostedTrees,
    Croston,
    Tsb,
    Lstm,

    /// <summary>One network for all areas; see <see cref="GlobalLstmModel"/>, not for one area alone.</summary>
    LstmGlobal,

    /// <summary>The mean path of exponential smoothing and calendar regression.</summary>
    Ensemble,
}
