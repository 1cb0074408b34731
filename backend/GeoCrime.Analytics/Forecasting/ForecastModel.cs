namespace GeoCrime.Analytics.Forecasting;

/// <summary>The models that can be asked for.</summary>
public enum ForecastModel
{
    /// <summary>The candidate with the lowest rolling-origin MASE.</summary>
    Best,
    Naive,
    SeasonalNaive,
    Drift,
    Mean,
    Ets,
    Theta,
    Sarimax,

    /// <summary>Piecewise-linear trend, Fourier seasons and holidays.</summary>
    Prophet,
    NegativeBinomial,
    BoostedTrees,
    Croston,
    Tsb,
    Lstm,

    /// <summary>One network for all areas; see <see cref="GlobalLstmModel"/>, not for one area alone.</summary>
    LstmGlobal,

    /// <summary>The mean path of exponential smoothing and the LSTM.</summary>
    Ensemble,
}
